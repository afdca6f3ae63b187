import { sql } from 'drizzle-orm';
import type { FileAccess } from '../../files/records.ts';
import { visibleTo } from '../initiatives/access.ts';

/** The agreement's document and its signed scan are for whoever sees the initiative: its group and the staff. */
export const agreementFiles: FileAccess = {
  agreement: (reader, actor, id) =>
    reader.get(
      sql`select 1 from agreements g join initiatives i on i.id = g.initiative_id where g.id = ${id} and ${visibleTo(actor)}`,
    ) !== undefined,
};
