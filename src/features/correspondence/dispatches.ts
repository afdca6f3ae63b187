import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/connection.ts';
import { dispatches } from '../../db/schema/correspondence.ts';
import type { Deps } from '../../deps.ts';
import { addFile } from '../../files/records.ts';
import type { StoredBlob } from '../../files/store.ts';
import { record, type Subject } from '../../history/record.ts';
import { type Actor, personIdOf } from '../../lib/actor.ts';
import { type Instant, warsawDay } from '../../lib/days.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { goOnPaper, type OutboxLetter, readLetter, settleDispatched } from '../../mail/outbox.ts';
import { askForPaper, callKind, writeCall } from '../../mail/write.ts';
import { type Contact, contactOf } from './contacts.ts';
import { type Dispatch, readDispatch } from './dispatch-queries.ts';
import { addressLines, callSubject } from './dispatch-texts.ts';
import { checkDays, type DispatchDays, type Way } from './policy.ts';

/** How a letter reached somebody, as staff write it down. */
export interface DispatchFacts extends DispatchDays {
  readonly way: Way;
  /** Who posted, handed over or spoke on the institution's side. */
  readonly doneBy: string;
  /** Who took it, or with whom somebody spoke. */
  readonly withWhom: string;
  /** Of the registered letter or of the e-delivery; may be ''. */
  readonly number: string;
  readonly note: string;
}

export interface Proof {
  readonly blob: StoredBlob;
  readonly name: string;
}

/**
 * Writes down that a letter was posted, handed over, told or e-delivered, with its proof; a letter may have several. Returns the row's id. Refuses
 * `absent`, `opens_door`, `call_is_whole` (a call is corrected, not told again) and the days that `checkDays` refuses.
 */
export function recordDispatch(
  deps: Deps,
  actor: Actor,
  letterId: number,
  facts: DispatchFacts,
  proof?: Proof,
): Result<number> {
  return deps.db.write((tx) => {
    const letter = readLetter(tx, sql`true`, letterId);
    if (letter === undefined) return refused('absent');
    if (letter.linkId !== null) return refused('opens_door');
    if (letter.kind === callKind) return refused('call_is_whole');
    const days = checkDays(facts, { writtenAt: letter.createdAt, now: deps.clock.now() });
    if (!days.ok) return days;
    const id = writeDispatch(tx, deps, actor, letter, facts, {});
    if (proof !== undefined) storeProof(tx, deps, actor, id, proof);
    return done(id);
  });
}

/** Several printed letters carried to the post office at once: a row for each, or none. Refuses what `recordDispatch` does, and `none_chosen`. */
export function recordPosted(
  deps: Deps,
  actor: Actor,
  letterIds: readonly number[],
  facts: DispatchFacts,
): Result<number> {
  if (letterIds.length === 0) return refused('none_chosen', { field: 'letters' });
  return deps.db.write((tx) => {
    for (const id of letterIds) {
      const letter = readLetter(tx, sql`true`, id);
      if (letter?.standing !== 'to_hand_over') return refused('not_waiting');
      const days = checkDays(facts, { writtenAt: letter.createdAt, now: deps.clock.now() });
      if (!days.ok) return days;
      writeDispatch(tx, deps, actor, letter, facts, {});
    }
    return done(letterIds.length);
  });
}

interface Correction {
  readonly letterId: number;
  readonly dispatchId: number;
  readonly facts: DispatchFacts | null;
  readonly reason: string;
  readonly proof?: Proof | undefined;
}

/** What was written down wrongly is said again by a further row, with the reason; `facts: null` takes it back. Refuses `dispatch_corrected` besides. */
export function correctDispatch(
  deps: Deps,
  actor: Actor,
  { letterId, dispatchId, facts, reason, proof }: Correction,
): Result {
  return deps.db.write((tx) => {
    const letter = readLetter(tx, sql`true`, letterId);
    const before = readDispatch(tx, letterId, dispatchId);
    if (letter === undefined || before === undefined) return refused('absent');
    if (!before.holds) return refused('dispatch_corrected');
    const writtenAt = letter.kind === callKind ? null : letter.createdAt;
    const days = checkDays(facts ?? before, { writtenAt, now: deps.clock.now() });
    if (!days.ok) return days;
    const corrects = { correctsId: dispatchId, isVoid: facts === null ? 1 : 0, reason };
    const id = writeDispatch(tx, deps, actor, letter, facts ?? factsOf(before), corrects);
    if (proof !== undefined) storeProof(tx, deps, actor, id, proof);
    return done();
  });
}

function factsOf({ way, doneOn, doneAt, deliveredOn, doneBy, withWhom, number, note }: Dispatch): DispatchFacts {
  return { way, doneOn, doneAt, deliveredOn, doneBy, withWhom, number, note };
}

/** A proof that came later: a stamped receipt, a confirmation of delivery. Refuses `absent`. */
export function addProof(
  deps: Deps,
  actor: Actor,
  { letterId, dispatchId, proof }: { letterId: number; dispatchId: number; proof: Proof },
): Result {
  return deps.db.write((tx) => {
    const letter = readLetter(tx, sql`true`, letterId);
    if (letter === undefined || readDispatch(tx, letterId, dispatchId) === undefined) return refused('absent');
    const fileId = storeProof(tx, deps, actor, dispatchId, proof);
    record(tx, deps, actor, {
      what: 'letter.proof_added',
      subject: subjectOf(letter),
      facts: { letter: letterId, dispatch: dispatchId, file: fileId },
    });
    return done();
  });
}

export interface NotedCall {
  readonly about: Subject;
  readonly callId: number;
  readonly personId: number | null;
  readonly withWhom: string;
  readonly doneBy: string;
  readonly at: Instant;
  readonly note: string;
}

/** Writes down a call that belongs to no letter. Returns the id it has in the log. Refuses `done_in_future`. */
export function noteCall(deps: Deps, actor: Actor, call: NotedCall): Result<number> {
  return deps.db.write((tx) => {
    const { withWhom, doneBy, at, note, about, personId } = call;
    const days = { doneOn: warsawDay(at), doneAt: at, deliveredOn: warsawDay(at) };
    const allowed = checkDays(days, { writtenAt: null, now: deps.clock.now() });
    if (!allowed.ok) return allowed;
    const to = { personId, name: withWhom };
    const id = writeCall(tx, deps, { to, about, subject: callSubject, body: note, at });
    const facts = { ...days, way: 'phone', doneBy, withWhom, number: '', note: '' } as const;
    insertDispatch(tx, deps, actor, { letterId: id, facts, toAddress: '', corrects: {} });
    record(tx, deps, actor, { what: 'call.noted', subject: about, callId: call.callId, facts: { letter: id } });
    return done(id);
  });
}

/** Has a letter drawn anew; an e-mail that failed goes on paper from now on. Refuses `absent`, `opens_door`, `call_is_whole`. */
export function printLetter(deps: Deps, actor: Actor, letterId: number): Result<'drawn' | 'on_paper'> {
  return deps.db.write((tx) => {
    const letter = readLetter(tx, sql`true`, letterId);
    if (letter === undefined) return refused('absent');
    if (letter.linkId !== null) return refused('opens_door');
    if (letter.kind === callKind) return refused('call_is_whole');
    askForPaper(tx, deps.clock, actor, letter);
    if (letter.channel !== 'email' || letter.standing !== 'failed') return done('drawn');
    goOnPaper(tx, letterId);
    record(tx, deps, actor, {
      what: 'letter.on_paper',
      subject: subjectOf(letter),
      facts: { letter: letterId },
    });
    return done('on_paper');
  });
}

interface Corrects {
  readonly correctsId?: number;
  readonly isVoid?: number;
  readonly reason?: string;
}

function writeDispatch(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  letter: OutboxLetter,
  facts: DispatchFacts,
  corrects: Corrects,
): number {
  const contact = letter.toPersonId === null ? undefined : contactOf(tx, letter.toPersonId);
  const toAddress = contact === undefined ? '' : addressFor(facts.way, contact);
  const id = insertDispatch(tx, deps, actor, { letterId: letter.id, facts, toAddress, corrects });
  settleDispatched(tx, deps.clock, letter.id);
  const what = ['letter.dispatched', 'letter.dispatch_corrected', 'letter.dispatch_taken_back'] as const;
  record(tx, deps, actor, {
    what: what[corrects.correctsId === undefined ? 0 : corrects.isVoid === 1 ? 2 : 1],
    subject: subjectOf(letter),
    facts: { letter: letter.id, dispatch: id, way: facts.way, doneOn: facts.doneOn },
    ...(corrects.reason === undefined ? {} : { text: corrects.reason }),
  });
  return id;
}

function addressFor(way: Way, contact: Contact): string {
  if (way === 'post') return addressLines(contact).join(', ');
  return way === 'e_delivery' ? contact.eDelivery : '';
}

function insertDispatch(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  row: { letterId: number; facts: DispatchFacts; toAddress: string; corrects: Corrects },
): number {
  const recordedBy = personIdOf(actor);
  if (recordedBy === null) throw new Error('A dispatch is written down by a person');
  const { letterId, facts, toAddress, corrects } = row;
  return tx.orm
    .insert(dispatches)
    .values({ letterId, ...facts, toAddress, ...corrects, recordedAt: deps.clock.now(), recordedBy })
    .returning({ id: dispatches.id })
    .get().id;
}

function storeProof(tx: Tx, deps: Deps, actor: Actor, dispatchId: number, { blob, name }: Proof): number {
  return addFile(tx, deps.clock, actor, blob, name, { kind: 'dispatch', id: dispatchId });
}

function subjectOf({ subjectKind, subjectId }: OutboxLetter): Subject {
  return { kind: subjectKind, id: subjectId };
}
