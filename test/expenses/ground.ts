import { sql } from 'drizzle-orm';
import { offendersOf } from '../../src/db/invariant.ts';
import { recusals } from '../../src/db/schema/jury.ts';
import { expenseInvariants } from '../../src/features/expenses/invariants.ts';
import { settlementInvariants } from '../../src/features/settlements/invariants.ts';
import type { Actor } from '../../src/lib/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { smallPhoto } from '../support/pictures.ts';
import { rewinderOf } from '../support/rewind.ts';
import { accountantOf, directorOf } from '../support/story/decisions.ts';
import { inRealisation, lineOf, twoGroups } from '../support/story/expenses.ts';
import { coordinatorOf } from '../support/story/jury.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** Two initiatives in realisation on 13 June 2024, the staff, and the lines their costs fall on. */
export interface Ground {
  readonly app: TestApp;
  /** „Dwa języki, jedna półka”, agreed: print 1 230,00, materials 1 000,00. */
  readonly shelf: number;
  /** „Ławki z wierszem”, agreed: print 615,00, pay 1 800,00. */
  readonly benches: number;
  readonly coordinator: Person;
  readonly accountant: Person;
  readonly director: Person;
  readonly inspector: Person;
  readonly lines: Readonly<Record<'print' | 'materials' | 'pay' | 'ownPromotion', number>>;
  /** A browser of this member of staff. */
  as(person: { readonly personId: number }): Client;
}

export interface Rewound extends Ground {
  begin(): void;
  end(): void;
}

/** Told once for a file; each test begins anew from there between `begin` and `end`. The worker thread sees nothing of it. */
export async function rewoundGround(): Promise<Rewound> {
  const ground = await newGround();
  const now = ground.app.clock.now();
  const { mark, rewind } = rewinderOf(ground.app.deps.db);
  return {
    ...ground,
    begin: mark,
    end() {
      rewind();
      ground.app.clock.set(now);
    },
  };
}

export async function newGround(): Promise<Ground> {
  const app = await startTestApp({ beginning: 'open' });
  // What the disk would hold after a power cut is no matter here.
  app.deps.db.raw.pragma('synchronous = off');
  const { deps } = app;
  const [shelf = 0, benches = 0] = await inRealisation(app, twoGroups);
  app.clock.set('2024-06-13T10:00:00.000Z');
  return {
    app,
    shelf,
    benches,
    coordinator: coordinatorOf(deps),
    accountant: accountantOf(deps),
    director: directorOf(deps),
    inspector: app.person('Irena Sawko', 'irena@example.org', ['inspector']).actor,
    lines: {
      print: lineOf(deps, '4', 'druk i promocja', 'grant'),
      materials: lineOf(deps, '4', 'materiały', 'grant'),
      pay: lineOf(deps, '4', 'wynagrodzenia i honoraria', 'grant'),
      ownPromotion: lineOf(deps, '6', 'druk i promocja', 'own'),
    },
    as: ({ personId }) => app.as({ id: personId }),
  };
}

/** Seats the person in the jury in somebody's place and writes down an exclusion from the initiative's application. */
export function exclude({ app: { deps } }: Ground, { personId }: Person, initiativeId: number): void {
  const application = deps.db.get<{ id: number }>(
    sql`select application_id as id from initiatives where id = ${initiativeId}`,
  );
  const member = deps.db.get<{ id: number }>(sql`select min(id) as id from jury_members`);
  deps.db.raw.exec(`update jury_members set person_id = ${personId} where id = ${member?.id}`);
  const declared = { kind: 'exclusion', ground: 'kin', note: '', declaredAt: deps.clock.now() } as const;
  deps.db.write((tx) =>
    tx.orm
      .insert(recusals)
      .values({ ...declared, memberId: member?.id ?? 0, applicationId: application?.id ?? 0 })
      .run(),
  );
}

/** One line as the budget sees it, grosze. */
export function balanceOf({ app }: Ground, lineId: number) {
  return app.deps.db.get<Record<'planned' | 'reserved' | 'committed' | 'owed' | 'spent' | 'left', number>>(sql`
    select planned_grosze as planned, reserved_grosze as reserved, committed_grosze as committed, owed_grosze as owed,
      spent_grosze as spent, left_grosze as left from budget_balances where line_id = ${lineId}`);
}

/** Names of the truths about expenses and settlements that do not hold. */
export function brokenTruths({ app }: Ground): string[] {
  return [...expenseInvariants, ...settlementInvariants]
    .filter((one) => offendersOf(app.deps.db, one).length > 0)
    .map(({ name }) => name);
}

/** What history says of a document, oldest first. */
export function eventsOf({ app }: Ground, expenseId: number): string[] {
  return app.deps.db
    .all<{ what: string }>(
      sql`select what from events where subject_kind = 'expense' and subject_id = ${expenseId} order by id`,
    )
    .map(({ what }) => what);
}

/** Words with plain spaces, for comparing. */
export const plain = (text: string) => text.replaceAll('\u00a0', ' ');

export const photo = {
  name: 'faktura.jpg',
  content: smallPhoto,
  type: 'image/jpeg',
};
