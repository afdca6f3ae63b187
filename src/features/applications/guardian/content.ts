import canonicalize from 'canonicalize';
import type { Reader } from '../../../db/connection.ts';
import type { Clock } from '../../../lib/clock.ts';
import { fingerprint } from '../../../lib/fingerprint.ts';
import type { Block } from '../../../pdf/wording/blocks.ts';
import { drawWording } from '../../../pdf/wording/draw.ts';
import { fillWording } from '../../../pdf/wording/fill.ts';
import { documentText } from '../../../pdf/wording/versions.ts';
import { shownPaper } from '../../../web/shown-paper.ts';
import { type GuardianSheet, sheetOf, sheetValues } from './documents/sheet.ts';
import { guardianDocuments } from './documents.ts';
import type { GuardianFacts } from './queries.ts';

const kind = guardianDocuments.guardian_consent;

/** What a guardian reads before consenting, and what is kept of it. */
export interface ConsentShown {
  readonly blocks: ReturnType<typeof shownPaper>;
  /** Canonical JSON of every word that was read, with the version of the text. */
  readonly content: string;
  /** SHA-256 of the content: equal as long as no word of it changes. */
  readonly fingerprint: string;
}

interface ConsentContent extends Omit<GuardianSheet, 'letterhead' | 'askedAt' | 'isPaper'> {
  /** Null, 0: the text of the program. */
  readonly textId: number | null;
  readonly number: number;
  readonly blocks: readonly Block[];
}

/** The consent as it would be given on a screen now: the text in force, filled. */
export function consentNow(reader: Reader, clock: Clock, facts: GuardianFacts): ConsentShown {
  const sheet = sheetOf(reader, facts, { askedAt: clock.now(), isPaper: false });
  const { text, textId, number } = documentText(reader, clock, kind, 'consent');
  const { guardianName, childName, title, callTitle, library } = sheet;
  const blocks = fillWording(text, sheetValues(sheet));
  const said: ConsentContent = { guardianName, childName, title, callTitle, library, textId, number, blocks };
  const content = canonicalize(said);
  if (content === undefined) throw new TypeError('The content of a consent is not JSON');
  return {
    blocks: shownPaper((drawn) => drawWording(drawn, kind.wording, sheet, text)),
    content,
    fingerprint: fingerprint(said),
  };
}
