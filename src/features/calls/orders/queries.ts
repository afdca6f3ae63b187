import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { directorOrders } from '../../../db/schema/calls-published.ts';
import type { Day, Instant } from '../../../lib/days.ts';

export type OrderSubject = typeof directorOrders.$inferSelect.concerns;

/** An order that the director signed, as it was written down. */
export interface DirectorOrder {
  readonly id: number;
  readonly concerns: OrderSubject;
  /** The secretariat's. */
  readonly number: string;
  readonly signedOn: Day;
  /** The version of the rules that it brings in. */
  readonly textId: number | null;
  readonly textNumber: number | null;
  readonly changeId: number | null;
  readonly changedAt: Instant | null;
  readonly note: string;
  readonly isPublic: boolean;
  readonly correctsId: number | null;
  readonly isWithdrawn: boolean;
  readonly storedAt: Instant;
  readonly storedBy: string;
  /** Nobody corrected it or took it back. */
  readonly holds: boolean;
  /** Its own, or those of the row that it corrects. */
  readonly scans: readonly OrderScan[];
}

export interface OrderScan {
  readonly fileId: number;
  readonly name: string;
  readonly size: number;
}

type Row = Omit<DirectorOrder, 'isPublic' | 'isWithdrawn' | 'holds' | 'scans'> & {
  readonly isPublic: number;
  readonly isWithdrawn: number;
  readonly isCorrected: number;
  readonly scans: string;
};

/** Every row about a call's orders, in the order they were written down. */
export function readOrders(reader: Reader, callId: number): DirectorOrder[] {
  const rows = reader.all<Row>(sql`
    select o.id, o.concerns, o.number, o.signed_on as signedOn, o.text_id as textId, t.number as textNumber, o.change_id as changeId,
      h.changed_at as changedAt, o.note, o.is_public as isPublic, o.corrects_id as correctsId, o.is_withdrawn as isWithdrawn,
      o.stored_at as storedAt, p.name as storedBy, exists (select 1 from director_orders x where x.corrects_id = o.id) as isCorrected,
      (select json_group_array(json_object('fileId', f.id, 'name', f.name, 'size', b.size)) from files f join blobs b on b.sha256 = f.sha256
        where f.subject_kind = 'director_order' and f.subject_id = o.id) as scans
    from director_orders o join people p on p.id = o.stored_by left join call_texts t on t.id = o.text_id
      left join timetable_changes h on h.id = o.change_id where o.call_id = ${callId} order by o.id`);
  const scans = new Map<number, readonly OrderScan[]>();
  return rows.map(({ isPublic, isWithdrawn, isCorrected, ...row }) => {
    const own = JSON.parse(row.scans) as OrderScan[];
    scans.set(row.id, own.length > 0 ? own : (scans.get(row.correctsId ?? 0) ?? []));
    return {
      ...row,
      isPublic: isPublic === 1,
      isWithdrawn: isWithdrawn === 1,
      holds: isCorrected === 0 && isWithdrawn === 0,
      scans: scans.get(row.id) ?? [],
    };
  });
}

/** The orders that hold, by the day they were signed. */
export function readStandingOrders(reader: Reader, callId: number): DirectorOrder[] {
  return readOrders(reader, callId)
    .filter(({ holds }) => holds)
    .sort((a, b) => (a.signedOn === b.signedOn ? a.id - b.id : a.signedOn < b.signedOn ? -1 : 1));
}
