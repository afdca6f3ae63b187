import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';

/** When the newest document of this kind about the call was asked for: the moment its data stand at; null when nobody has. */
export function lastAsked(reader: Reader, kind: string, callId: number): Instant | null {
  const row = reader.get<{ at: Instant | null }>(
    sql`select max(asked_at) as at from documents where kind = ${kind} and subject_id = ${callId}`,
  );
  return row?.at ?? null;
}
