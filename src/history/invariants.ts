import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Reader } from '../db/connection.ts';
import type { Invariant } from '../db/invariant.ts';
import { brokenLinks } from './record.ts';

export const historyInvariants: readonly Invariant[] = [
  {
    name: 'the history is one chain: every hash is over its event and the hash before it',
    broken: (reader) => brokenLinks(reader).map((id) => ({ id })),
  },
  {
    name: 'a text of the history is the one its event was hashed with, or erased',
    broken: changedTexts,
  },
];

function changedTexts(reader: Reader): object[] {
  const texts = reader.all<{ id: number; textHash: string; salt: string | null; content: string | null }>(sql`
    select e.id, e.text_hash as textHash, t.salt, t.content from events e left join event_texts t on t.event_id = e.id
    where e.text_hash is not null and (t.event_id is null or t.content is not null) order by e.id`);
  return texts
    .filter(({ textHash, salt, content }) => textHash !== sha256(`${salt}${content}`))
    .map(({ id }) => ({ id }));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
