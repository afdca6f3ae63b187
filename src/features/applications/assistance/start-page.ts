import type { Deps } from '../../../deps.ts';
import { hasRole } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
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
import { limits } from './forms.ts';
import { laneOptions, pageTitles, wayOptions } from './texts.ts';

const typedNames = [
  ...(['lane', 'kind', 'name', 'email', 'phone', 'street', 'postalCode', 'city'] as const),
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
