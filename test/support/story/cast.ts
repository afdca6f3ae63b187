import { sql } from 'drizzle-orm';
import type { Deps } from '../../../src/deps.ts';
import { closeAccount } from '../../../src/features/accounts/administration.ts';
import { createCall } from '../../../src/features/calls/commands/create.ts';
import { roles } from '../../../src/lib/actor.ts';
import { instant } from '../../../src/lib/days.ts';
import type { Result } from '../../../src/lib/result.ts';
import { call as seededCall } from '../../../src/seed/call.ts';
import type { Telling } from './competition.ts';
import { accountantOf, directorOf } from './decisions.ts';
import { coordinatorOf } from './jury.ts';

/** The groups by what becomes of their applications. Each answers one question with words found nowhere else: what must not be seen. */
export const groups = {
  settled: {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
    secret: 'bursztynowa zakładka',
  },
  running: {
    leader: 'Jadwiga Sawicka',
    email: 'jadwiga@example.org',
    title: 'Teatr z szuflady',
    secret: 'kurtyna z prześcieradła',
  },
  negotiated: {
    leader: 'Kazimierz Nevulis',
    email: 'kazimierz@example.org',
    title: 'Sad sąsiedzki',
    secret: 'szczepiona antonówka',
  },
  reserve: {
    leader: 'Antoni Krupa',
    email: 'antoni@example.org',
    title: 'Fotografie z Pogorzelca',
    kind: 'minor',
    secret: 'szklane negatywy',
  },
  refused: { leader: 'Ewa Sidorowicz', email: 'ewa@example.org', title: 'Ławka do czytania', secret: 'lipowe oparcie' },
  rejected: { leader: 'Wanda Moroz', email: 'wanda@example.org', title: 'Wieczór przy lampie', secret: 'naftowy knot' },
  withdrawn: { leader: 'Rita Palanis', email: 'rita@example.org', title: 'Noc bajek', secret: 'śpiąca latarnia' },
  draft: {
    leader: 'Zofia Wróbel',
    email: 'zofia@example.org',
    title: 'Zielnik babci',
    kind: 'minor',
    secret: 'suszona macierzanka',
  },
} as const;

export type Group = keyof typeof groups;

/** Staff of the library, and of another call alone: their role opens the same routes and none of the records. */
export function castStaff(story: Telling): void {
  const { house } = story;
  const callId = otherCall(house.deps);
  story.note({ otherCall: callId });
  story.cast({
    coordinator: coordinatorOf(house.deps).personId,
    accountant: accountantOf(house.deps).personId,
    director: directorOf(house.deps).personId,
    inspector: house.person('Irena Sawko', 'irena@example.org', ['inspector']).id,
    administrator: house.person('Adam Nowik', 'adam@example.org', ['administrator']).id,
  });
  const gone = house.person('Genowefa Polak', 'genowefa@example.org', ['coordinator']);
  must(closeAccount(house.deps, coordinatorOf(house.deps), gone.id));
  story.note({ closed: gone.id });
  // Nobody is an administrator of one call: that role is always for the whole organisation.
  for (const role of roles.filter((one) => one !== 'administrator')) {
    const { id } = house.person('Ryszard Wiatr', `${role}@gdzie-indziej.example.org`, [{ role, callId }]);
    story.cast({ [`${role} elsewhere`]: id });
  }
}

/** A second call of the same library, still being prepared. */
function otherCall(deps: Deps): number {
  const place = deps.db.get<{ projectId: number; taskId: number }>(
    sql`select project_id as projectId, task_id as taskId from calls`,
  );
  if (place === undefined) throw new Error('the story begins with a call');
  const categories = deps.db.all<Parameters<typeof createCall>[3]['categories'][number]>(sql`
    select code, name, is_eligible as isEligible, budget_line_id as budgetLineId, cap_percent as capPercent, note from cost_categories`);
  // Its draft rules are to be consulted while the story is told.
  const stages = seededCall.stages.map((stage) =>
    stage.kind === 'rules_consultation' ? { ...stage, endsAt: instant('2024-12-30T23:00:00.000Z') } : stage,
  );
  const data = { ...seededCall, ...place, code: 'LA', title: 'Lato w ogrodzie', categories, stages };
  return deps.db.write((tx) => createCall(tx, deps, { kind: 'system' }, data));
}

function must(result: Result): void {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
}
