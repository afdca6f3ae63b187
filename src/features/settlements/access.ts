import { sql } from 'drizzle-orm';
import type { FileAccess } from '../../files/records.ts';
import { mayEnterMoney, readingStaff } from '../expenses/access.ts';
import { visibleTo } from '../initiatives/access.ts';

/** Printed settlements: for staff who may see the initiative. */
export const settlementFiles: FileAccess = {
  settlement: (reader, actor, settlementId) =>
    mayEnterMoney(actor, readingStaff) &&
    reader.get(
      sql`select 1 from settlements s join initiatives i on i.id = s.initiative_id where s.id = ${settlementId} and ${visibleTo(actor)}`,
    ) !== undefined,
};
