import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { type Change, changesBetween } from '../../applications/amendments/changes.ts';
import { readVersions } from '../../applications/amendments/versions.ts';
import type { Submitted } from '../../applications/content.ts';
import { type Correction, correctionState } from '../../applications/corrections/policy.ts';
import { listCorrections } from '../../applications/corrections/requests.ts';
import { shownPoints } from '../../applications/corrections/shown.ts';
import { readDraft } from '../../applications/drafts.ts';
import { lateLinkOf } from '../../applications/late/links.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { checkWindow } from '../../applications/window.ts';
import { readCall } from '../../calls/queries.ts';
import { checkPaths } from '../paths.ts';
import { correctionSentences, correctionStates } from './texts.ts';

/**
 * What the card says of corrections: every request with its state and what came in answer, the way to ask (`mayAsk`: of whoever may check it now), and
 * what is otherwise since the version the card was saved with.
 */
export function correctionsOnCard(
  reader: Reader,
  actor: Actor,
  submitted: Submitted,
  { now, mayAsk, cardVersionId }: { now: Instant; mayAsk: boolean; cardVersionId: number | null },
) {
  const requests = listCorrections(reader, submitted.id);
  const draft = requests.length === 0 ? undefined : readDraft(reader, submitted.id);
  const contents = contentsByVersion(reader, actor, submitted.id);
  const isOpen = requests.some((one) => correctionState(one, now) === 'open');
  const call = readCall(reader, submitted.callId);
  const isSubmitting = call !== undefined && checkWindow(call, now, lateLinkOf(reader, submitted.id)?.untilAt).ok;
  return {
    requests: requests.map((one) => ({
      state: correctionStates[correctionState(one, now)],
      sentences: sentencesOf(one, now),
      points: draft === undefined ? [] : shownPoints(reader, draft, one),
      changes: one.answer === null ? [] : changesOf(contents, one.baseVersion, one.answer.version),
    })),
    isWaiting: isOpen,
    ask: mayAsk && !isOpen && !isSubmitting ? checkPaths.correctionsOf(submitted.id) : '',
    askLater: mayAsk && isSubmitting,
    back: mayAsk && isOpen ? checkPaths.correctionsBackOf(submitted.id) : '',
    isNewer: cardVersionId !== null && cardVersionId !== submitted.versionId,
    version: submitted.version,
    versions: submitted.version > 1 && contents.size > 0 ? applicationPaths.versionsOf(submitted.id) : '',
  };
}

type Contents = ReadonlyMap<number, Submitted['content']>;

function contentsByVersion(reader: Reader, actor: Actor, applicationId: number): Contents {
  const versions = readVersions(reader, actor, applicationId);
  return new Map(versions.flatMap(({ number, content }) => (content === null ? [] : [[number, content] as const])));
}

function changesOf(contents: Contents, from: number, to: number): Change[] {
  const [before, after] = [contents.get(from), contents.get(to)];
  return before === undefined || after === undefined ? [] : changesBetween(before, after);
}

function sentencesOf(one: Correction, now: Instant): string[] {
  const asked = correctionSentences.asked(one.askedAt, one.askedBy, one.untilAt);
  if (one.answer !== null) return [asked, correctionSentences.answered(one.answer.at, one.answer.version)];
  if (one.takenBackAt !== null) return [asked, correctionSentences.takenBack(one.takenBackAt)];
  return correctionState(one, now) === 'lapsed' ? [asked, correctionSentences.lapsed(one.untilAt)] : [asked];
}
