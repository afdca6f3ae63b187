import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { juryCallUps } from '../../../db/schema/jury.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { assign } from '../assignment/commands.ts';
import { juryLetters } from '../letters.ts';
import { juryPaths } from '../paths.ts';
import { hasMet, membersOf } from '../queries.ts';
import { calledUpText } from '../texts.ts';
import { callableFor } from '../thin.ts';

export interface CallUp {
  readonly callId: number;
  readonly memberId: number;
  /** Null: for the whole jury. */
  readonly applicationIds: readonly number[] | null;
  readonly reason: string;
}

/**
 * Calls up a member in reserve: for the whole jury, or for applications that fewer may score than the quorum; what he was called up for opens to him and
 * a letter says so. Refuses `absent`, `jury_has_met`, `not_in_reserve`, `reserve_not_declared`, `already_called_up`, `nothing_chosen`, and
 * `not_thin` of an application that has scorers enough, that he is excluded from, or that is closed to the actor.
 */
export function callUpReserve(deps: Deps, actor: Actor, { callId, memberId, ...asked }: CallUp): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    const member = membersOf(tx, callId).find((one) => one.memberId === memberId);
    if (call === undefined || member === undefined || actor.kind !== 'person' || !hasRole(actor, 'coordinator', callId))
      return refused('absent');
    if (hasMet(tx, callId)) return refused('jury_has_met');
    if (member.function !== 'reserve') return refused('not_in_reserve');
    if (member.declaredAt === null) return refused('reserve_not_declared');
    if (member.isCalledUp === 1) return refused('already_called_up');
    const chosen = asked.applicationIds === null ? null : [...new Set(asked.applicationIds)];
    if (chosen?.length === 0) return refused('nothing_chosen', { field: 'applications' });
    const callable = callableFor(tx, actor, call, memberId).map(({ applicationId }) => applicationId);
    if (chosen?.some((id) => !callable.includes(id))) return refused('not_thin', { field: 'applications' });

    const calledAt = deps.clock.now();
    const row = { memberId, reason: asked.reason, calledAt, calledBy: actor.personId };
    const ids = (chosen ?? [null]).map(
      (applicationId) =>
        tx.orm
          .insert(juryCallUps)
          .values({ ...row, applicationId })
          .returning({ id: juryCallUps.id })
          .get().id,
    );
    if (call.cardsPerApplication !== null && chosen !== null)
      assign(
        tx,
        deps,
        chosen.map((applicationId) => ({ memberId, applicationId })),
        'call_up',
      );
    record(tx, deps, actor, {
      what: 'jury.reserve_called_up',
      subject: { kind: 'jury_member', id: memberId },
      callId,
      facts: { person: member.personId, applications: chosen?.length ?? 0 },
      text: asked.reason,
    });
    tellCalledUp(tx, deps, call, { memberId, callUpId: ids[0] ?? 0, applications: chosen?.length ?? null });
    return done();
  });
}

function tellCalledUp(
  tx: Tx,
  deps: Deps,
  call: Call,
  told: { memberId: number; callUpId: number; applications: number | null },
): void {
  const person = addresseeOf(tx, told.memberId);
  const organisation = readOrganisation(tx);
  writeLetter(tx, deps, juryLetters.reserve_called_up, {
    to: person,
    fields: {
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
      callTitle: call.title,
      scope: calledUpText(told.applications),
      scoresAddress: deps.publicUrl + juryPaths.scores,
    },
    about: { kind: 'jury_member', id: told.memberId },
    uniqueKey: `reserve_called_up:${told.callUpId}`,
  });
}

/** Whom a letter about this seat goes to. Throws where there is no such seat. */
export function addresseeOf(reader: Reader, memberId: number): { personId: number; name: string; address: string } {
  const person = reader.get<{ personId: number; name: string; address: string }>(sql`
    select p.id as personId, p.name, coalesce(p.email, '') as address
    from jury_members m join people own on own.id = m.person_id join people p on p.id = coalesce(own.merged_into_id, own.id)
    where m.id = ${memberId}`);
  if (person === undefined) throw new Error(`There is no seat ${memberId}`);
  return person;
}
