import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/connection.ts';
import { toldStory } from '../support/told-story.ts';

test('the text Joanna reworded is in the agreements with informal groups, and in no other', async () => {
  const db = openDatabase((await toldStory()).snapshotOf('realisation'), { readonly: true });
  const agreements = db.all<{ variant: string; number: number; hasSentence: number }>(sql`
    select distinct json_extract(content, '$.wording.variant') as variant, json_extract(content, '$.wording.number') as number,
      instr(content, 'na formularzu albo własnymi słowami') > 0 as hasSentence
    from agreements order by variant`);
  db.close();
  expect(agreements).toEqual([
    { variant: 'informal_group', number: 1, hasSentence: 1 },
    { variant: 'organisation', number: 0, hasSentence: 0 },
    { variant: 'person', number: 0, hasSentence: 0 },
  ]);
}, 240_000);
