import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { filledFor } from '../../calls/call-texts.ts';
import type { LegalText } from '../../calls/definitions.ts';
import type { Call } from '../../calls/queries.ts';
import { changedSections } from '../../calls/rules/changes.ts';
import { readLegalVersions } from '../../calls/rules/queries.ts';
import { rulesChangeHead, termsLines, wordLines } from './texts.ts';

/** A publication that changed the announced rules: their words, or the amounts and limits of their first annex. */
export interface RulesChange {
  readonly id: number;
  readonly what: 'rules' | 'terms';
  readonly textId: number | null;
  /** '' of amounts, which are changed without one. */
  readonly reason: string;
  readonly publishedAt: Instant;
}

/** Condition over the alias `k` of call_publications: a change of what was announced before. The same words announced again are none. */
export const changesRules = sql`(k.what = 'terms' or k.what = 'rules'
    and not exists (select 1 from call_publications same where same.call_id = k.call_id and same.text_id = k.text_id and same.id < k.id)
    and exists (select 1 from call_publications before where before.call_id = k.call_id and before.what = 'rules' and before.id < k.id))`;

/** Of one call, the newest first. */
export function readRulesChanges(reader: Reader, callId: number): RulesChange[] {
  return reader.all<RulesChange>(sql`
    select k.id, k.what, k.text_id as textId, coalesce(t.reason, '') as reason, k.published_at as publishedAt
    from call_publications k left join call_texts t on t.id = k.text_id where k.call_id = ${callId} and ${changesRules} order by k.id desc`);
}

/** A change as pages and letters tell it. Its words are compared with the version announced before, both filled from the call of today. */
export function shownRulesChange(reader: Reader, call: Call, change: RulesChange) {
  const lines = change.what === 'terms' ? termsLines(call) : wordLines(changedWords(reader, call.id, change));
  return { head: rulesChangeHead(change), lines, reason: change.reason };
}

function changedWords(reader: Reader, callId: number, { id, textId }: RulesChange) {
  const before = reader.get<{ textId: number }>(sql`
    select text_id as textId from call_publications where call_id = ${callId} and what = 'rules' and id < ${id} order by id desc limit 1`);
  const versions = readLegalVersions(reader, callId, 'rules');
  const read = (version: number | null | undefined) => {
    const text = versions.find((one) => one.id === version)?.text ?? '';
    return linesOf(filledFor(reader, callId, { text }));
  };
  return changedSections(read(before?.textId), read(textId));
}

function linesOf({ sections }: LegalText): string {
  return sections
    .flatMap(({ title, items }) => [
      `§ ${title}`,
      ...items.flatMap(({ text, points = [] }) => [
        text,
        ...points.flatMap((point) => (typeof point === 'string' ? [point] : [point.text, ...point.points])),
      ]),
    ])
    .join('\n');
}
