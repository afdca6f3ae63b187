import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { applications } from '../../../db/schema/applications.ts';
import { draftSections } from '../../../db/schema/applications-drafts.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { type Marks, textsOf, withTexts } from '../answers/fields.ts';
import { type Author, keepBeside, noteSaving } from '../answers/keep.ts';
import { type Judged, judge, seenAfter } from '../answers/merge.ts';
import { readAnswerSavings } from '../answers/queries.ts';
import { type Choice, choose } from '../answers/settle.ts';
import { noteInName } from '../assistance/history.ts';
import { readSavings } from '../drafts.ts';
import { storedAs, type TypedSection } from '../typed.ts';
import { ownSection } from './own.ts';
import { writeSection } from './write.ts';

/** What we keep of one section at all, tables and names included; what the rules allow is far below. */
const mostLetters = 100_000;

export interface SectionToSave {
  readonly applicationId: number;
  readonly section: string;
  /** What the writer saw in each answer before changing it: a mark, see `markOf`; an answer left out was seen empty. */
  readonly seen: Marks;
  /** Names the opened page and counts its savings: it goes on from its own words, and an earlier saving never comes over a later one. */
  readonly page: string;
  readonly step: number;
  readonly isAutosave: boolean;
  readonly typed: TypedSection;
  /** One of the versions of an answer chosen by the same press. */
  readonly choice?: Choice;
}

export interface SavedSection {
  readonly savedAt: Instant;
  /** What the page has seen from now on. */
  readonly seen: Marks;
  /** Answers that somebody else changed as well: what came now stands beside them. */
  readonly differing: readonly string[];
  /** Whether the choice was made; not when either version changed since it was looked at. */
  readonly isChosen: boolean;
}

/**
 * Saves a section as typed, right or wrong, answer by answer: what the writer changed alone is written, what somebody else changed alone stays,
 * and words that meet other new words are kept beside them until somebody chooses. Nothing that is acknowledged is lost. The history notes only
 * what leaves the draft. Saving what is already there changes nothing. Refuses 'absent', 'right_missing', 'not_in_this_state', 'section_not_open', 'text_too_long'.
 */
export function saveSection(deps: Deps, actor: Actor, saving: SectionToSave): Result<SavedSection> {
  const { applicationId, section, typed, choice } = saving;
  return deps.db.write((tx) => {
    const own = ownSection(tx, actor, applicationId, section);
    if (!own.ok) return own;
    const { draft, personId } = own.value;
    const now = deps.clock.now();
    if (JSON.stringify(typed).length > mostLetters) return refused('text_too_long', { facts: { most: mostLetters } });

    const stored = textsOf(storedAs(draft, typed));
    const judged = judgeAll(tx, saving, stored);
    const changed = judged.filter(({ outcome }) => outcome === 'written');
    const author: Author = { ...saving, personId, at: now };
    const kept = judged.filter((one) => one.outcome === 'differs' && keepBeside(tx, author, one));
    for (const { field } of changed) noteSaving(tx, author, field);
    const written = { ...stored, ...Object.fromEntries(changed.map(({ field, sent }) => [field, sent])) };
    const chosen = choice === undefined ? undefined : choose(tx, author, choice, judged);
    if (changed.length > 0 || kept.length > 0 || chosen !== undefined) {
      noteInName(tx, deps, actor, own.value, section);
      writeSection(tx, draft, withTexts(typed, { ...written, ...chosen }), now);
      noteSection(tx, author, section, draft.revision);
    }
    return done({
      savedAt: readSavings(tx, applicationId).get(section)?.savedAt ?? now,
      seen: judged.reduce((seen, one) => seenAfter(seen, one.field, one.sent, one.outcome), saving.seen),
      differing: judged.filter(({ outcome }) => outcome === 'differs').map(({ field }) => field),
      isChosen: chosen !== undefined,
    });
  });
}

function judgeAll(tx: Tx, saving: SectionToSave, stored: Readonly<Record<string, string>>): Judged[] {
  const texts = textsOf(saving.typed);
  const savings = readAnswerSavings(tx, saving.applicationId);
  return [...new Set([...Object.keys(stored), ...Object.keys(texts)])].map((field) => {
    const sent = texts[field] ?? '';
    const meeting = { stored: stored[field] ?? '', sent, seen: saving.seen[field], last: savings.get(field) };
    return { field, sent, outcome: judge(meeting, saving) };
  });
}

function noteSection(tx: Tx, { applicationId, personId, at }: Author, section: string, revision: number): void {
  const trace = { savedAt: at, savedBy: personId };
  tx.orm
    .insert(draftSections)
    .values({ applicationId, section, ...trace })
    .onConflictDoUpdate({ target: [draftSections.applicationId, draftSections.section], set: trace })
    .run();
  tx.orm
    .update(applications)
    .set({ revision: revision + 1 })
    .where(eq(applications.id, applicationId))
    .run();
}
