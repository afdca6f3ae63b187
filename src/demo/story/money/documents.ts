import { approveExpense, controlExpense, recordPaper } from '../../../features/expenses/commands/approvals.ts';
import { bookExpense } from '../../../features/expenses/commands/book.ts';
import { addScan, enterExpense, type Scan, saveExpense } from '../../../features/expenses/commands/draft.ts';
import { askForDescription } from '../../../features/expenses/commands/pay.ts';
import { readExpense } from '../../../features/expenses/queries.ts';
import { day } from '../../../lib/days.ts';
import { grosze } from '../../../lib/money.ts';
import { type Happening, happening } from '../../happening.ts';
import type { Scene } from '../../scene.ts';
import type { StoryTime } from '../../stages.ts';
import { paying } from './payments.ts';
import { drawScan } from './scans.ts';
import { seller } from './sellers.ts';
import { leaderOf, partOf } from './shares.ts';
import { dayOf, later } from './times.ts';
import { type ToldExpense, totalOf, yearOf } from './told-expense.ts';

/** Entered by Joanna or Teresa, booked and controlled by Teresa, approved by Dorota, paid by Teresa. */
export function told(expense: ToldExpense): Happening[] {
  const {
    document: [, number],
    road: [, booked],
    scanned,
    printed,
  } = expense;
  const id = (scene: Scene) => scene.expense(number);
  return [
    ...entering(expense),
    ...(scanned === undefined ? [] : [scanning(expense, scanned)]),
    happening(booked, 'teresa', `books ${number}`, (scene, actor) =>
      bookExpense(scene.deps, actor, { expenseId: id(scene) }),
    ),
    ...(printed === undefined
      ? []
      : [
          happening(printed, 'teresa', `prints the description of ${number}`, (scene, actor) =>
            askForDescription(scene.deps, actor, id(scene)),
          ),
        ]),
    ...signing(expense),
    ...paying({ number, total: totalOf(expense), seller: seller(expense.seller), paid: expense.paid }),
  ];
}

function entering(expense: ToldExpense): Happening[] {
  const {
    document: [, number],
    road: [entered],
    by = 'joanna',
    split = later(entered, 4),
    scanned,
  } = expense;
  return [
    happening(entered, by, `enters ${number}`, async (scene, actor) => {
      const [leader = null] = expense.shares.map(leaderOf);
      const scan = scanned === undefined ? await scanOf(scene, expense) : undefined;
      const initiativeId = leader === null ? null : scene.initiative(leader);
      return enterExpense(scene.deps, actor, { document: printedOn(expense), initiativeId, scan });
    }),
    happening(split, by, `splits ${number}`, (scene, actor) => {
      const id = scene.expense(number);
      const revision = readExpense(scene.deps.db, id)?.revision;
      const parts = expense.shares.map((share) => partOf(scene, yearOf(expense), share));
      const outside = grosze(expense.outside ?? 0);
      return saveExpense(scene.deps, actor, { id, revision, document: printedOn(expense), outside, parts });
    }),
  ];
}

function scanning(expense: ToldExpense, at: StoryTime): Happening {
  const [, number] = expense.document;
  return happening(at, expense.by ?? 'joanna', `adds the scan of ${number}`, async (scene, actor) =>
    addScan(scene.deps, actor, scene.expense(number), await scanOf(scene, expense)),
  );
}

function signing({ document: [, number], road: [, booked, approved], controlled, onPaper }: ToldExpense): Happening[] {
  if (onPaper) {
    return [
      happening(approved, 'joanna', `records the signatures on ${number}`, (scene, actor) => {
        const signedOn = dayOf(approved);
        const signatures = [
          { step: 'control' as const, personId: scene.actor('teresa').personId, signedOn },
          { step: 'approval' as const, personId: scene.actor('dorota').personId, signedOn },
        ];
        return recordPaper(scene.deps, actor, { expenseId: scene.expense(number), signatures });
      }),
    ];
  }
  return [
    happening(controlled ?? later(booked, 9), 'teresa', `controls ${number}`, (scene, actor) =>
      controlExpense(scene.deps, actor, scene.expense(number)),
    ),
    happening(approved, 'dorota', `approves ${number}`, (scene, actor) =>
      approveExpense(scene.deps, actor, scene.expense(number)),
    ),
  ];
}

function printedOn(expense: ToldExpense) {
  const [kind, number, issuedOn] = expense.document;
  const { name: sellerName, nip: sellerNip } = seller(expense.seller);
  const total = totalOf(expense);
  return { kind, number, sellerName, sellerNip, issuedOn: day(issuedOn), total, description: expense.what };
}

async function scanOf(scene: Scene, expense: ToldExpense): Promise<Scan> {
  const [, number] = expense.document;
  const blob = await scene.pdf(number, (sheet) => drawScan(sheet, scene, expense));
  return { blob, name: `skan ${number.replace(/[^\p{L}\p{N}]+/gu, '-')}.pdf` };
}
