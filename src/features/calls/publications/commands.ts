import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { publicationPlaces } from '../../../db/schema/calls-published.ts';
import type { Deps } from '../../../deps.ts';
import { addFile } from '../../../files/records.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import { type Day, warsawDay } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { orderWriters, placeSubject, rulesSubject } from '../access.ts';
import type { Scan } from '../orders/commands.ts';
import { type PublicationPlace, readPlaces } from './queries.ts';

export interface PlaceFacts {
  /** Which publication of the call; of its results where `isResults`. */
  readonly publicationId: number;
  readonly isResults: boolean;
  readonly place: PublicationPlace['place'];
  /** An address on the web or words: „tablica w holu”. */
  readonly address: string;
  /** A day of Warsaw. */
  readonly placedOn: Day;
  readonly note: string;
}

interface PlaceToNote {
  readonly callId: number;
  readonly facts: PlaceFacts;
  /** A screenshot or a photograph of the notice board. */
  readonly scan?: Scan | undefined;
}

/** Notes where else something was published. Gives the row's id. Refuses 'absent', 'what_unknown', 'placed_later'. */
export function notePlace(deps: Deps, actor: Actor, { callId, facts, scan }: PlaceToNote): Result<number> {
  return deps.db.write((tx) => {
    if (!mayNote(actor, callId)) return refused('absent');
    const fault = faultOf(tx, deps, callId, facts);
    if (!fault.ok) return fault;
    return done(write(tx, deps, actor, callId, { facts, scan, what: 'publication.placed' }));
  });
}

/** Says a row again. Refuses as `notePlace`, and 'place_corrected' where somebody was faster. */
export function correctPlace(
  deps: Deps,
  actor: Actor,
  { placeId, callId, facts, scan }: PlaceToNote & { placeId: number },
): Result<number> {
  return deps.db.write((tx) => {
    const before = readPlaces(tx, callId).find(({ id }) => id === placeId);
    if (before === undefined || !mayNote(actor, callId)) return refused('absent');
    if (!before.holds) return refused('place_corrected');
    const fault = faultOf(tx, deps, callId, facts);
    if (!fault.ok) return fault;
    const what = 'publication.place_corrected';
    return done(write(tx, deps, actor, callId, { facts, scan, correctsId: placeId, what }));
  });
}

/** Takes back a row that should never have been. Refuses 'absent', 'place_corrected'. */
export function withdrawPlace(deps: Deps, actor: Actor, callId: number, placeId: number): Result {
  return deps.db.write((tx) => {
    const before = readPlaces(tx, callId).find(({ id }) => id === placeId);
    if (before === undefined || !mayNote(actor, callId)) return refused('absent');
    if (!before.holds) return refused('place_corrected');
    const { publicationId, resultsId, place, address, placedOn, note } = before;
    const isResults = resultsId !== null;
    const facts = { publicationId: resultsId ?? publicationId ?? 0, isResults, place, address, placedOn, note };
    const what = 'publication.place_withdrawn';
    write(tx, deps, actor, callId, { facts, correctsId: placeId, isWithdrawn: 1, what });
    return done();
  });
}

function mayNote(actor: Actor, callId: number): boolean {
  return actor.kind === 'person' && hasAnyRole(actor, orderWriters, callId);
}

function faultOf(tx: Tx, deps: Deps, callId: number, { placedOn, publicationId, isResults }: PlaceFacts): Result {
  if (placedOn > warsawDay(deps.clock.now())) return refused('placed_later', { field: 'placedOn' });
  const known = isResults
    ? tx.get(sql`select 1 from publications where id = ${publicationId} and call_id = ${callId}`)
    : tx.get(sql`select 1 from call_publications where id = ${publicationId} and call_id = ${callId}`);
  return known === undefined ? refused('what_unknown', { field: 'what' }) : done();
}

function write(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  callId: number,
  {
    facts: { publicationId, isResults, ...facts },
    scan,
    what,
    ...row
  }: { facts: PlaceFacts; scan?: Scan | undefined; what: string; correctsId?: number; isWithdrawn?: number },
): number {
  if (actor.kind !== 'person') throw new Error('A place is noted by a person');
  const { id } = tx.orm
    .insert(publicationPlaces)
    .values({
      ...{ callId, ...facts, ...row, notedAt: deps.clock.now(), notedBy: actor.personId },
      ...(isResults ? { resultsId: publicationId } : { publicationId }),
    })
    .returning({ id: publicationPlaces.id })
    .get();
  if (scan !== undefined) addFile(tx, deps.clock, actor, scan.blob, scan.name, placeSubject(id));
  const { place, placedOn } = facts;
  record(tx, deps, actor, {
    what,
    subject: rulesSubject(callId),
    callId,
    facts: { publishedIn: place, publishedOn: placedOn },
    text: facts.address,
  });
  return id;
}
