import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { directorOrders } from '../../../db/schema/calls-published.ts';
import type { Deps } from '../../../deps.ts';
import { addFile } from '../../../files/records.ts';
import type { StoredBlob } from '../../../files/store.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import { type Day, warsawDay } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { orderWriters, rulesSubject, signedOrderSubject } from '../access.ts';
import { askForRules } from '../commands/papers.ts';
import { type Call, readCall } from '../queries.ts';
import { type DirectorOrder, type OrderSubject, readOrders } from './queries.ts';

export interface OrderFacts {
  readonly number: string;
  /** A day of Warsaw. */
  readonly signedOn: Day;
  readonly concerns: OrderSubject;
  /** The version of the rules, or the change of dates, that it brings in; null otherwise. */
  readonly about: number | null;
  readonly note: string;
  readonly isPublic: boolean;
}

export interface Scan {
  readonly blob: StoredBlob;
  readonly name: string;
}

interface OrderToStore {
  readonly callId: number;
  readonly facts: OrderFacts;
  readonly scan?: Scan | undefined;
}

/**
 * Stores an order that the director signed, with its scan; the rules are made anew on paper with its number. Gives the row's id. Refuses 'absent',
 * 'signed_later', 'about_unknown', 'order_known' (number and year of an order of this call).
 */
export function storeOrder(deps: Deps, actor: Actor, { callId, facts, scan }: OrderToStore): Result<number> {
  return deps.db.write((tx) => {
    const call = callFor(tx, actor, callId);
    if (call === undefined) return refused('absent');
    const fault = faultOf(tx, deps, callId, facts);
    if (!fault.ok) return fault;
    return done(write(tx, deps, actor, call, { facts, scan, what: 'order.stored' }));
  });
}

/** Says a row again; its scan stays unless another is given. Refuses as `storeOrder`, and 'order_corrected' where somebody was faster. */
export function correctOrder(
  deps: Deps,
  actor: Actor,
  { orderId, callId, facts, scan }: OrderToStore & { orderId: number },
): Result<number> {
  return deps.db.write((tx) => {
    const call = callFor(tx, actor, callId);
    const before = readOrders(tx, callId).find(({ id }) => id === orderId);
    if (call === undefined || before === undefined) return refused('absent');
    if (!before.holds) return refused('order_corrected');
    const fault = faultOf(tx, deps, callId, facts, orderId);
    if (!fault.ok) return fault;
    return done(write(tx, deps, actor, call, { facts, scan, correctsId: orderId, what: 'order.corrected' }));
  });
}

/** Takes back a row that should never have been. Refuses 'absent', 'order_corrected'. */
export function withdrawOrder(deps: Deps, actor: Actor, callId: number, orderId: number): Result {
  return deps.db.write((tx) => {
    const call = callFor(tx, actor, callId);
    const before = readOrders(tx, callId).find(({ id }) => id === orderId);
    if (call === undefined || before === undefined) return refused('absent');
    if (!before.holds) return refused('order_corrected');
    write(tx, deps, actor, call, {
      facts: factsOf(before),
      correctsId: orderId,
      isWithdrawn: 1,
      what: 'order.withdrawn',
    });
    return done();
  });
}

function callFor(tx: Tx, actor: Actor, callId: number): Call | undefined {
  return actor.kind === 'person' && hasAnyRole(actor, orderWriters, callId) ? readCall(tx, callId) : undefined;
}

function faultOf(tx: Tx, deps: Deps, callId: number, facts: OrderFacts, corrected = 0): Result {
  if (facts.signedOn > warsawDay(deps.clock.now())) return refused('signed_later', { field: 'signedOn' });
  const { about, concerns } = facts;
  const known =
    concerns === 'rules'
      ? tx.get(sql`select 1 from call_texts where id = ${about} and call_id = ${callId} and kind = 'rules'`)
      : concerns === 'timetable'
        ? tx.get(sql`select 1 from timetable_changes where id = ${about} and call_id = ${callId}`)
        : {};
  if (known === undefined) return refused('about_unknown', { field: 'subject' });
  const same = readOrders(tx, callId).some(
    (one) =>
      one.holds &&
      one.id !== corrected &&
      one.number === facts.number &&
      one.concerns === concerns &&
      one.signedOn === facts.signedOn,
  );
  return same ? refused('order_known', { field: 'number' }) : done();
}

function factsOf({ number, signedOn, concerns, textId, changeId, note, isPublic }: DirectorOrder): OrderFacts {
  return { number, signedOn, concerns, about: textId ?? changeId, note, isPublic };
}

function write(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  call: Call,
  {
    facts: { about, isPublic, ...facts },
    scan,
    what,
    ...row
  }: { facts: OrderFacts; scan?: Scan | undefined; what: string; correctsId?: number; isWithdrawn?: number },
): number {
  if (actor.kind !== 'person') throw new Error('An order is stored by a person');
  const { concerns, number, signedOn } = facts;
  const { id } = tx.orm
    .insert(directorOrders)
    .values({
      ...{ callId: call.id, ...facts, ...row, isPublic: isPublic ? 1 : 0 },
      textId: concerns === 'rules' ? about : null,
      changeId: concerns === 'timetable' ? about : null,
      storedAt: deps.clock.now(),
      storedBy: actor.personId,
    })
    .returning({ id: directorOrders.id })
    .get();
  if (scan !== undefined) addFile(tx, deps.clock, actor, scan.blob, scan.name, signedOrderSubject(id));
  record(tx, deps, actor, {
    what,
    subject: rulesSubject(call.id),
    callId: call.id,
    facts: { orderNumber: number, signedOn, concerns },
  });
  // The rules name the orders that brought them in.
  if (concerns === 'rules') askForRules(tx, deps, actor, call);
  return id;
}
