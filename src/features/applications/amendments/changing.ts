import type { Reader } from '../../../db/connection.ts';
import { readSubmitted } from '../content.ts';
import { correctingText } from '../corrections/texts.ts';
import type { Draft } from '../drafts.ts';
import { applicationPaths } from '../paths.ts';
import { changingText, versionOf } from './texts.ts';

/** What is said over every page of a change, with the way to what is being changed. */
export interface Changing {
  readonly words: string;
  readonly href: string;
  readonly link: string;
  readonly aside: string;
  /** The changes that the library asked for. */
  readonly isCorrection: boolean;
}

/** Undefined for a draft of its own. */
export function changingOf(reader: Reader, { id, amends }: Pick<Draft, 'id' | 'amends'>): Changing | undefined {
  const sent = amends === null ? undefined : readSubmitted(reader, amends.applicationId);
  if (sent === undefined || amends === null) return undefined;
  const { correction } = amends;
  return {
    words: correction === null ? changingText(sent.code, sent.version) : correctingText(sent.code),
    href: applicationPaths.showOf(sent.id),
    link: versionOf(sent.code),
    aside: applicationPaths.amendmentAsideOf(id),
    isCorrection: correction !== null,
  };
}
