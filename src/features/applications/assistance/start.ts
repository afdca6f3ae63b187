import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { applicants, assistedApplications, paperArrivals } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { normalisePhone } from '../../../lib/identifiers.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { addPersonByStaff } from '../../accounts/commands.ts';
import { changePhone } from '../../accounts/own.ts';
import { type ApplicantKind, type Call, readApplicantKinds, readCall, readVisibleCall } from '../../calls/queries.ts';
import { takesPartAt } from '../../calls/rehearsal/access.ts';
import { ownFor } from '../commands/own.ts';
import { writeDraft } from '../commands/start.ts';
import { checkWindow } from '../window.ts';
import { mayBeLate } from './judging.ts';
import type { Arrival } from './queries.ts';
import { type KnownPerson, peopleLike } from './same-person.ts';

export interface DraftForPerson {
  readonly callId: number;
  readonly kind: ApplicantKind;
  readonly name: string;
  /** '' for somebody without an address. */
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** Of a paper application; undefined for one written together. */
  readonly arrival: Arrival | undefined;
  /** The earlier application whose leader this is, as staff say; null for somebody else, absent when it was not said. */
  readonly sameAs?: number | null;
}

/**
 * Begins a draft for somebody, who becomes its leader: a new person, or the one staff name of those `peopleLike` finds. Refuses 'absent',
 * 'kind_not_admitted', in a rehearsal 'not_rehearsing' (the address of somebody who does not play), 'same_person_open' (somebody like this was keyed in
 * before and nobody said whether it is she), 'same_person_gone', 'arrival_ahead' (later than now), 'late_reason_missing' and what the window refuses,
 * judged for paper by its arrival.
 */
export function startForPerson(deps: Deps, actor: Actor, draft: DraftForPerson): Result<{ applicationId: number }> {
  return deps.db.write((tx) => {
    const call = readVisibleCall(tx, actor, draft.callId);
    if (call === undefined || actor.kind !== 'person' || !hasRole(actor, 'coordinator', call.id))
      return refused('absent');
    const judged = judge(deps, call, draft.arrival);
    if (!judged.ok) return judged;
    if (!readApplicantKinds(tx, call.id).some(({ kind }) => kind === draft.kind))
      return refused('kind_not_admitted', { field: 'kind' });
    if (call.rehearsalOf !== null && draft.email !== '' && !takesPartAt(tx, draft.email, call.id))
      return refused('not_rehearsing', { field: 'email' });

    const known = knownPerson(tx, actor, draft);
    if (!known.ok) return known;
    const { name, email, phone, street, postalCode, city } = draft;
    const leaderId = known.value?.personId ?? addPersonByStaff(tx, deps, actor, draft);
    if (known.value !== undefined) changePhone(tx, leaderId, normalisePhone(phone));
    const lane = draft.arrival === undefined ? 'together' : 'paper';
    const { callId, kind } = draft;
    const from = known.value?.applicationId ?? 0;
    const id = writeDraft(tx, deps, actor, leaderId, { callId, kind, from }, { name, email, phone });
    // What was typed just now comes before what an earlier application said.
    const typed = { phone, street, city, ...(postalCode === '' ? {} : { postalCode }) };
    tx.orm.update(applicants).set(typed).where(eq(applicants.applicationId, id)).run();
    tx.orm
      .insert(assistedApplications)
      .values({ applicationId: id, lane, startedAt: deps.clock.now(), startedBy: actor.personId })
      .run();
    record(tx, deps, actor, {
      what: 'application.begun_in_name',
      subject: { kind: 'application', id },
      callId: call.id,
      facts: { lane, inNameOf: leaderId, ...(from === 0 ? {} : { sameAs: from }) },
    });
    if (draft.arrival !== undefined) writeArrival(tx, deps, actor, { id, callId: call.id }, draft.arrival);
    return done({ applicationId: id });
  });
}

/** Whom staff chose of those keyed in before; undefined for somebody new. Nobody is taken for another without their word. */
function knownPerson(tx: Tx, actor: Actor, draft: DraftForPerson): Result<KnownPerson | undefined> {
  const alike = peopleLike(tx, actor, draft);
  if (draft.sameAs === null || (draft.sameAs === undefined && alike.length === 0)) return done(undefined);
  if (draft.sameAs === undefined) return refused('same_person_open', { field: 'sameAs' });
  const chosen = alike.find(({ applicationId }) => applicationId === draft.sameAs);
  return chosen === undefined ? refused('same_person_gone', { field: 'name' }) : done(chosen);
}

/** Writes down anew when the paper came. Refuses 'absent', 'not_in_this_state' and what `startForPerson` does of an arrival. */
export function correctArrival(deps: Deps, actor: Actor, applicationId: number, arrival: Arrival): Result {
  return deps.db.write((tx) => {
    const own = ownFor(tx, actor, applicationId, 'write');
    if (!own.ok) return own;
    const { draft, inNameOfLeader } = own.value;
    const call = readCall(tx, draft.callId);
    if (call === undefined || !inNameOfLeader || draft.lane !== 'paper') return refused('absent');
    const judged = judge(deps, call, arrival);
    if (!judged.ok) return judged;
    writeArrival(tx, deps, actor, draft, arrival);
    return done();
  });
}

function judge(deps: Deps, call: Call, arrival: Arrival | undefined): Result {
  const now = deps.clock.now();
  if (arrival !== undefined && arrival.arrivedAt > now) return refused('arrival_ahead', { field: 'arrivedOn' });
  const open = checkWindow(call, arrival?.arrivedAt ?? now);
  if (!open.ok) return arrival === undefined ? open : { ...open, code: `paper_${open.code}`, field: 'arrivedOn' };
  const late = mayBeLate(call, { at: now, arrival }, now);
  return late.ok ? late : { ...late, field: 'lateReason' };
}

function writeArrival(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { id, callId }: { readonly id: number; readonly callId: number },
  arrival: Arrival,
): void {
  if (actor.kind !== 'person') throw new Error('An arrival is written down by a person');
  tx.orm
    .insert(paperArrivals)
    .values({ ...arrival, applicationId: id, recordedAt: deps.clock.now(), recordedBy: actor.personId })
    .run();
  record(tx, deps, actor, {
    what: 'application.paper_arrived',
    subject: { kind: 'application', id },
    callId,
    facts: { arrivedAt: arrival.arrivedAt, way: arrival.way, late: arrival.lateReason !== '' },
    ...(arrival.lateReason === '' ? {} : { text: arrival.lateReason }),
  });
}
