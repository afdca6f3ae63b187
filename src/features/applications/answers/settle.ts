import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { answerVersions } from '../../../db/schema/applications-drafts.ts';
import { type AnswerTexts, markOf, rowsIn } from './fields.ts';
import { type Author, noteSaving } from './keep.ts';
import type { Judged } from './merge.ts';
import { type AnswerVersion, readAnswerSavings, readVersions } from './queries.ts';

/** What a person presses beside two versions of an answer: what stands in the field, the other one, or both one after another. */
export interface Choice {
  readonly versionId: number;
  readonly stays: 'field' | 'other' | 'both';
  /** Of the other version as it was shown. */
  readonly mark: string;
}

/**
 * Makes the choice, once the section is judged: gives what it puts into the draft. What is not chosen is set aside, with whose words it was.
 * Undefined, and nothing done, when either version is not the one that was looked at.
 */
export function choose(tx: Tx, author: Author, choice: Choice, judged: readonly Judged[]): AnswerTexts | undefined {
  const versions = readVersions(tx, author.applicationId);
  const version = versions.find(({ id, settledAt }) => id === choice.versionId && settledAt === null);
  const shown = judged.find((one) => one.field === version?.field);
  if (version === undefined || shown === undefined || markOf(version.content) !== choice.mark) return undefined;
  if (shown.outcome !== 'same' && shown.outcome !== 'written') return undefined;
  if (choice.stays === 'field') {
    settle(tx, author, version);
    return {};
  }
  if (choice.stays === 'other') {
    const last = readAnswerSavings(tx, author.applicationId).get(version.field);
    const aside = {
      content: shown.sent,
      writtenAt: last?.savedAt ?? author.at,
      writtenBy: last?.savedBy ?? author.personId,
    };
    settle(tx, author, version, aside);
    // Its page goes on from it, should it still be open.
    noteSaving(tx, { ...author, page: version.page, step: version.step }, version.field);
    return { [version.field]: version.content };
  }
  tx.orm.delete(answerVersions).where(eq(answerVersions.id, version.id)).run();
  noteSaving(tx, { ...author, page: '' }, version.field);
  return { [version.field]: joined(version.field, shown.sent, version.content) };
}

/** What is set aside stays to be copied from; nothing is not kept. */
function settle(
  tx: Tx,
  { at, personId }: Author,
  version: AnswerVersion,
  aside: Partial<Pick<AnswerVersion, 'content' | 'writtenAt' | 'writtenBy'>> = {},
): void {
  const row = eq(answerVersions.id, version.id);
  if ((aside.content ?? version.content) === '') tx.orm.delete(answerVersions).where(row).run();
  else
    tx.orm
      .update(answerVersions)
      .set({ ...aside, settledAt: at, settledBy: personId })
      .where(row)
      .run();
}

/** Two texts with a line between; of two tables the rows of the other that are not there yet, behind. */
function joined(field: string, first: string, second: string): string {
  if (field !== 'schedule' && field !== 'costs') return [first, second].filter(Boolean).join('\n\n');
  const rows = rowsIn(first);
  const there = new Set(rows.map((row) => JSON.stringify(row)));
  return JSON.stringify([...rows, ...rowsIn(second).filter((row) => !there.has(JSON.stringify(row)))]);
}
