import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Actor, hasAnyRole, type Role } from '../../lib/actor.ts';
import { visibleTo } from '../initiatives/access.ts';

/** The agreement's document and its signed scan are for whoever sees the initiative: its group and the staff. */
export const agreementFiles: FileAccess = {
  agreement: (reader, actor, id) =>
    reader.get(
      sql`select 1 from agreements g join initiatives i on i.id = g.initiative_id where g.id = ${id} and ${visibleTo(actor)}`,
    ) !== undefined,
};

/** Who issues an agreement, and has its document made once more should it have failed. */
export const agreementIssuers: readonly Role[] = ['coordinator', 'director'];

export function mayAskForAgreement(reader: Reader, actor: Actor, agreementId: number): boolean {
  const row = reader.get<{ callId: number }>(
    sql`select i.call_id as callId from agreements g join initiatives i on i.id = g.initiative_id where g.id = ${agreementId}`,
  );
  return row !== undefined && hasAnyRole(actor, agreementIssuers, row.callId);
}
