import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Day, Instant } from '../../lib/days.ts';
import { holds } from '../../mail/outbox.ts';
import type { Way } from './policy.ts';

/** A letter handed over outside e-mail, as it was written down. */
export interface Dispatch {
  readonly id: number;
  readonly letterId: number;
  readonly way: Way;
  readonly doneOn: Day;
  readonly doneAt: Instant | null;
  readonly deliveredOn: Day | null;
  readonly doneBy: string;
  readonly withWhom: string;
  readonly toAddress: string;
  readonly number: string;
  readonly note: string;
  readonly correctsId: number | null;
  readonly isVoid: boolean;
  readonly reason: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  /** Nobody corrected it or took it back. */
  readonly holds: boolean;
  readonly proofs: readonly { readonly fileId: number; readonly name: string; readonly size: number }[];
}

type Row = Omit<Dispatch, 'isVoid' | 'holds' | 'proofs'> & { isVoid: number; holds: number; proofs: string };

const columns = sql`d.id, d.letter_id as letterId, d.way, d.done_on as doneOn, d.done_at as doneAt, d.delivered_on as deliveredOn, d.done_by as doneBy,
  d.with_whom as withWhom, d.to_address as toAddress, d.number, d.note, d.corrects_id as correctsId, d.is_void as isVoid, d.reason,
  d.recorded_at as recordedAt, p.name as recordedBy, ${holds} as holds,
  (select json_group_array(json_object('fileId', f.id, 'name', f.name, 'size', b.size)) from files f join blobs b on b.sha256 = f.sha256
    where f.subject_kind = 'dispatch' and f.subject_id = d.id) as proofs`;

/** Of one letter, in the order they were written down. */
export function dispatchesOf(reader: Reader, letterId: number): Dispatch[] {
  return read(reader, sql`d.letter_id = ${letterId}`);
}

export function readDispatch(reader: Reader, letterId: number, id: number): Dispatch | undefined {
  return read(reader, sql`d.letter_id = ${letterId} and d.id = ${id}`)[0];
}

/** The rows that hold, of these letters, by letter. */
export function heldDispatches(reader: Reader, letterIds: readonly number[]): Map<number, Dispatch[]> {
  const rows = read(
    reader,
    sql`d.letter_id in (select value from json_each(${JSON.stringify(letterIds)})) and ${holds}`,
  );
  const byLetter = new Map<number, Dispatch[]>();
  for (const row of rows) byLetter.set(row.letterId, [...(byLetter.get(row.letterId) ?? []), row]);
  return byLetter;
}

function read(reader: Reader, which: SQL): Dispatch[] {
  const rows = reader.all<Row>(
    sql`select ${columns} from dispatches d join people p on p.id = d.recorded_by where ${which} order by d.id`,
  );
  return rows.map((row) => ({
    ...row,
    isVoid: row.isVoid === 1,
    holds: row.holds === 1,
    proofs: JSON.parse(row.proofs) as Dispatch['proofs'],
  }));
}
