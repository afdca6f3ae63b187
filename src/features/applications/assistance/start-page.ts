import type { Deps } from '../../../deps.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
import { normaliseEmail } from '../../../lib/identifiers.ts';
import { noOrphans, quoted } from '../../../lib/polish.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { callPaths } from '../../calls/paths.ts';
import { readApplicantKinds, readVisibleCall } from '../../calls/queries.ts';
import { applicationPaths } from '../paths.ts';
import { deadlineText } from '../texts/pages.ts';
import { applicantKindChoices } from '../texts.ts';
import { checkWindow } from '../window.ts';
import { limits, somebodyElse } from './forms.ts';
import { peopleLike } from './same-person.ts';
import { laneOptions, pageTitles, sameTexts, wayOptions } from './texts.ts';

const typedNames = [
  ...(['lane', 'kind', 'name', 'email', 'phone', 'street', 'postalCode', 'city', 'sameAs'] as const),
  ...(['arrivedOn', 'arrivedTime', 'way', 'journalNumber', 'lateReason'] as const),
];

/** Who it is for, and for paper when it came: the first step of a draft in somebody's name. */
export function assistanceStartPage(deps: Deps, visit: Visit, raw?: RawBody): Answer {
  const call = readVisibleCall(deps.db, visit.actor, visit.id());
  if (call === undefined || !hasRole(visit.actor, 'coordinator', call.id)) return absent;
  const open = checkWindow(call, visit.now);
  const blank = { arrivedOn: warsawDay(visit.now), lane: open.ok ? '' : 'paper' };
  const typed = Object.fromEntries(
    typedNames.map((name) => [
      name,
      raw === undefined ? ((blank as Record<string, string>)[name] ?? '') : rawText(raw, name),
    ]),
  );
  return view('applications/assistance-start', pageTitles.start, {
    call: { title: quoted(call.title), href: callPaths.showOf(call.id) },
    list: applicationPaths.list,
    deadline: deadlineText(call.stages, visit.now),
    isClosed: !open.ok,
    action: applicationPaths.assistanceStartOf(call.id),
    same: raw === undefined ? null : sameQuestion(deps, visit.actor, call.id, raw),
    lanes: laneOptions,
    ways: wayOptions,
    kinds: readApplicantKinds(deps.db, call.id).map(({ kind, note }) => ({
      value: kind,
      label: applicantKindChoices[kind],
      hint: noOrphans(note),
    })),
    ...{ typed, limits },
  });
}

/** Whether it is somebody keyed in before, asked once her name and telephone or address were typed; null where nobody is like that. */
function sameQuestion(deps: Deps, actor: Actor, callId: number, raw: RawBody) {
  const typed = (name: string) => rawText(raw, name);
  const alike = peopleLike(deps.db, actor, {
    ...{ callId, name: typed('name'), email: normaliseEmail(typed('email')) },
    ...{ phone: typed('phone'), street: typed('street'), city: typed('city') },
  });
  if (alike.length === 0) return null;
  const known = alike.map((one) => ({
    value: String(one.applicationId),
    label: sameTexts.same(sameTexts.of(one.code, one.title)),
    hint: sameTexts.agrees(one.samePhone, one.sameAddress),
  }));
  const options = [...known, { value: somebodyElse, label: sameTexts.other }];
  return { label: sameTexts.question, hint: sameTexts.hint, options };
}
