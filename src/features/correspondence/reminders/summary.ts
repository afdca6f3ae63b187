import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { summaryChoices } from '../../../db/schema/correspondence.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole, hasRole, type Role } from '../../../lib/actor.ts';
import { addWorkingDays, type Instant, isFreeDay, startOfDay, warsawDay } from '../../../lib/days.ts';
import { weekdayDate } from '../../../lib/polish-dates.ts';
import { addressRefusedAt } from '../../../mail/tries.ts';
import { writeLetter } from '../../../mail/write.ts';
import { readActor } from '../../accounts/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { correspondenceLetters } from '../letters.ts';
import { reminderPaths } from '../paths.ts';

export const summaryReaders = [
  'coordinator',
  'director',
  'accountant',
  'inspector',
  'administrator',
] as const satisfies readonly Role[];

type Person = Extract<Actor, { kind: 'person' }>;

/** What the desk has to say to one person of the staff; empty when nothing. In counts and dates alone: the letter lies open in the outbox. */
export type SummaryOf = (asked: {
  readonly reader: Reader;
  readonly actor: Person;
  readonly now: Instant;
  /** What is newer than this is new. */
  readonly since: Instant;
}) => readonly { readonly title: string; readonly lines: readonly string[] }[];

/** Whether this person gets the daily summary: as chosen, else coordinators do. */
export function wantsSummary(reader: Reader, actor: Person): boolean {
  const chosen = reader.get<{ isWanted: number }>(
    sql`select is_wanted as isWanted from summary_choices where person_id = ${actor.personId}`,
  );
  return chosen === undefined ? hasRole(actor, 'coordinator') : chosen.isWanted === 1;
}

export function chooseSummary(deps: Deps, personId: number, isWanted: boolean): void {
  const values = { isWanted: isWanted ? 1 : 0, updatedAt: deps.clock.now() };
  deps.db.write((tx) =>
    tx.orm
      .insert(summaryChoices)
      .values({ ...values, personId })
      .onConflictDoUpdate({ target: summaryChoices.personId, set: values })
      .run(),
  );
}

/** Writes each of the staff who want it today's summary, on a working day and where there is something to say; gives their number. */
export function writeSummaries(tx: Tx, deps: Deps, summaryOf: SummaryOf, deskPath: string): number {
  const now = deps.clock.now();
  if (isFreeDay(warsawDay(now))) return 0;
  const staff = tx.all<{ id: number; name: string; email: string }>(sql`
    select p.id, p.name, p.email from people p where p.closed_at is null and p.email is not null
      and p.id in (select g.person_id from role_grants g where g.revoked_at is null) order by p.id`);
  let written = 0;
  for (const { id, name, email } of staff) {
    const actor = readActor(tx, id);
    if (actor?.kind !== 'person' || !hasAnyRole(actor, summaryReaders) || !wantsSummary(tx, actor)) continue;
    if (addressRefusedAt(tx, email) !== undefined) continue;
    const parts = summaryOf({ reader: tx, actor, now, since: lastSummaryTo(tx, id) ?? workingDayBefore(now) });
    if (parts.length === 0) continue;
    const { name: organisationName, phone: organisationPhone } = readOrganisation(tx);
    writeLetter(tx, deps, correspondenceLetters.daily_summary, {
      to: { personId: id, name, address: email },
      fields: {
        ...{ organisationName, organisationPhone },
        today: weekdayDate(warsawDay(now)),
        things: parts.map(({ title, lines }) => [title, ...lines.map((line) => `– ${line}`)].join('\n')).join('\n\n'),
        deskAddress: deps.publicUrl + deskPath,
        switchAddress: deps.publicUrl + reminderPaths.summary,
      },
      about: { kind: 'person', id },
      uniqueKey: `summary:${id}:${warsawDay(now)}`,
    });
    written += 1;
  }
  return written;
}

/** For whoever had none yet: after a weekend what came since Friday is new. */
export function workingDayBefore(now: Instant): Instant {
  return startOfDay(addWorkingDays(warsawDay(now), -1));
}

function lastSummaryTo(reader: Reader, personId: number): Instant | undefined {
  return (
    reader.get<{ at: Instant | null }>(
      sql`select max(created_at) as at from letters where to_person_id = ${personId} and kind = 'daily_summary'`,
    )?.at ?? undefined
  );
}
