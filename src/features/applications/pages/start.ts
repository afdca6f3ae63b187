import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { noOrphans, quoted } from '../../../lib/polish.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { accountPaths } from '../../accounts/paths.ts';
import { callPaths } from '../../calls/paths.ts';
import { currentCall, readApplicantKinds, readVisibleCall } from '../../calls/queries.ts';
import { ownLateLink } from '../late/links.ts';
import { applicationPaths } from '../paths.ts';
import { readEarlier } from '../prefill/earlier.ts';
import { prefillTexts } from '../prefill/texts.ts';
import { addressOf } from '../queries.ts';
import { deadlineText, pageTitles } from '../texts/pages.ts';
import { applicantKindChoices, applicationRefusals } from '../texts.ts';
import { checkWindow } from '../window.ts';

/**
 * The first step of an application; where none can be begun now, why and when. `callId` as typed; '' is the current call. `chosen`: the kind of
 * applicant found out before, which is not asked again.
 */
export function startPage(deps: Deps, visit: Visit, callId: string, chosen: string, raw: RawBody = {}): Answer {
  const wanted = callId === '' ? currentCall(deps.db)?.id : Number(callId);
  const call = Number.isSafeInteger(wanted) ? readVisibleCall(deps.db, visit.actor, wanted ?? 0) : undefined;
  if (call === undefined) return absent;
  const about = { title: quoted(call.title), href: callPaths.showOf(call.id) };
  const open = checkWindow(call, visit.now, ownLateLink(deps.db, visit.actor, call.id)?.untilAt);
  if (!open.ok)
    return view('applications/closed', pageTitles.closed, {
      call: about,
      sentence: noOrphans(applicationRefusals[open.code]?.(open.facts ?? {}) ?? ''),
    });

  const known = visit.actor.kind === 'person' ? addressOf(deps.db, visit.actor.personId).email : null;
  const kinds = readApplicantKinds(deps.db, call.id).map(({ kind, note }) => ({
    value: kind,
    label: applicantKindChoices[kind],
    hint: noOrphans(note),
  }));
  return view('applications/start', pageTitles.start, {
    call: about,
    deadline: deadlineText(call.stages, visit.now),
    privacy: callPaths.privacyOf(call.id),
    action: applicationPaths.start,
    callId: call.id,
    known,
    earlier: earlierOf(deps.db, visit, raw),
    signIn: accountPaths.signIn,
    email: rawText(raw, 'email'),
    kind: rawText(raw, 'kind'),
    chosen: kinds.find(({ value }) => value === chosen),
    again: applicationPaths.startFor(call.id),
    eligibility: applicationPaths.eligibilityOf(call.id),
    kinds,
  });
}

/** The question whether to copy from an earlier application; yes unless answered otherwise. */
function earlierOf(reader: Reader, { actor }: Visit, raw: RawBody) {
  const earlier = actor.kind === 'person' ? readEarlier(reader, actor.personId) : undefined;
  if (earlier === undefined) return null;
  return {
    question: noOrphans(prefillTexts.question(earlier)),
    value: raw['from'] === undefined ? String(earlier.id) : rawText(raw, 'from'),
    options: [
      { value: String(earlier.id), label: prefillTexts.yes, hint: noOrphans(prefillTexts.yesHint) },
      { value: '0', label: prefillTexts.no },
    ],
  };
}
