import { type SQL, sql } from 'drizzle-orm';
import { leadersOf } from '../applications/leaders.ts';
import type { Asked, Member, RecipientSet } from '../correspondence/recipient-sets.ts';
import { visibleTo } from './access.ts';
import { initiativePaths } from './paths.ts';
import { initiativeFields, setTexts } from './recipient-texts.ts';

/** Leaders of the call's initiatives; `which` is a condition over the alias `i`. */
export function initiativeLeaders(asked: Asked, which: SQL): Member[] {
  const rows = asked.reader.all<{ id: number; applicationId: number }>(sql`
    select i.id, i.application_id as applicationId from initiatives i
    where i.call_id = ${asked.callId} and (${which}) and ${visibleTo(asked.actor)}`);
  const initiatives = new Map(rows.map(({ id, applicationId }) => [applicationId, id]));
  return leadersOf(asked, sql`a.id in (select value from json_each(${JSON.stringify([...initiatives.keys()])}))`).map(
    (leader) => {
      const id = initiatives.get(leader.about.id) ?? 0;
      const values = { ...leader.values, initiativeAddress: asked.publicUrl + initiativePaths.showOf(id) };
      return { ...leader, about: { kind: 'initiative', id }, values };
    },
  );
}

const isOverdue = ({ now }: Asked) => sql`i.state = 'realisation' and exists (select 1 from call_stages s
  where s.call_id = i.call_id and s.kind = 'realisation' and s.ends_at < ${now})`;

export const initiativeRecipients: readonly RecipientSet[] = [
  ...(['negotiation', 'realisation'] as const).map((state) => ({
    code: state,
    ...setTexts[state],
    fields: initiativeFields,
    members: (asked: Asked) => initiativeLeaders(asked, sql`i.state = ${state}`),
  })),
  {
    code: 'unsettled',
    ...setTexts.unsettled,
    fields: initiativeFields,
    members: (asked) => initiativeLeaders(asked, isOverdue(asked)),
  },
];
