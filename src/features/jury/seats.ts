import { type SQL, sql } from 'drizzle-orm';
import type { Asked, Member } from '../correspondence/recipient-sets.ts';
import { juryPaths } from './paths.ts';
import type { JuryFunction } from './policy.ts';
import { functionNames } from './texts.ts';

/** Members in office of the call's jury with where letters reach them; `which` is a condition over the alias `m`. */
export function seatedMembers(
  { reader, callId, publicUrl }: Pick<Asked, 'reader' | 'callId' | 'publicUrl'>,
  which: SQL,
): (Member & { readonly personId: number })[] {
  const rows = reader.all<{
    memberId: number;
    personId: number;
    name: string;
    address: string | null;
    function: JuryFunction;
  }>(sql`
    select m.id as memberId, p.id as personId, p.name, p.email as address, m.function
    from jury_members m join people own on own.id = m.person_id join people p on p.id = coalesce(own.merged_into_id, own.id)
    where m.call_id = ${callId} and m.removed_at is null and p.closed_at is null and (${which}) order by m.id`);
  return rows.map(({ memberId, personId, name, address, function: role }) => ({
    ...{ personId, name, address },
    about: { kind: 'jury_member', id: memberId },
    values: { functionName: functionNames[role], declarationAddress: publicUrl + juryPaths.declarationOf(callId) },
  }));
}

/** Condition over the alias `m`: no declaration is signed yet. */
export const hasNotDeclared: SQL = sql`m.id not in (select d.member_id from jury_declarations d)`;
