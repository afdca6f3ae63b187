import type { Reader } from '../../db/connection.ts';
import { type Actor, hasRole } from '../../lib/actor.ts';
import { grosze, sum } from '../../lib/money.ts';
import { documentsOf, hasFinal } from '../../pdf/register.ts';
import { enteringStaff, mayEnterMoney } from '../expenses/access.ts';
import { shownInList } from '../expenses/list-page.ts';
import { expensePaths } from '../expenses/paths.ts';
import { lineWords } from '../expenses/texts.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import { stateNames, stateTones } from '../initiatives/texts.ts';
import { settlementPaths } from './paths.ts';
import type { SettledLine, SettlementPreview } from './queries.ts';
import { blockerTexts } from './texts.ts';

/** How one initiative stands against its plan, or how it was settled. */
export function settlementPage(reader: Reader, actor: Actor, preview: SettlementPreview) {
  const { initiative, lines, own, sums, documents, blockers, settlement } = preview;
  return {
    initiative: { code: initiative.code, title: initiative.title, groupName: initiative.groupName },
    tag: { tone: stateTones[initiative.state], text: stateNames[initiative.state] },
    sums,
    lines: lines.map(lineShown),
    paid: sum(lines.map((line) => line.paid)),
    own: own.map(lineShown),
    documents: documents.map(shownInList),
    blockers: settlement === undefined ? blockers.map((blocker) => blockerTexts[blocker]) : [],
    settlement:
      settlement === undefined
        ? null
        : { settledAt: settlement.settledAt, by: settlement.settledByName, note: settlement.note },
    prints:
      settlement === undefined
        ? []
        : documentsOf(reader, { kind: 'settlement', id: settlement.id }).map(({ title, state, fileId }) => ({
            title,
            state,
            href: fileId === null ? '' : `/pliki/${fileId}`,
          })),
    maySettle: settlement === undefined && hasRole(actor, 'accountant', null),
    mayPrint:
      settlement !== undefined &&
      mayEnterMoney(actor, enteringStaff) &&
      !hasFinal(reader, 'settlement', { kind: 'settlement', id: settlement.id }),
    mayEnter: initiative.state === 'realisation' && mayEnterMoney(actor, enteringStaff),
    paths: {
      list: initiativePaths.list,
      initiative: initiativePaths.showOf(initiative.id),
      show: settlementPaths.showOf(initiative.id),
      closing: settlementPaths.closingOf(initiative.id),
      print: settlementPaths.printOf(initiative.id),
      xlsx: settlementPaths.xlsxOf(initiative.id),
      csv: settlementPaths.csvOf(initiative.id),
      newExpense: expensePaths.createFor(initiative.id),
    },
  };
}

function lineShown(line: SettledLine) {
  const left = grosze(line.agreed - line.paid);
  return {
    label: lineWords(line),
    rows: line.rows,
    agreed: line.agreed,
    paid: line.paid,
    left,
    over: left < 0,
    outsidePlan: line.rows.length === 0,
  };
}
