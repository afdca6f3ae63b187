import type { Deps } from '../../../deps.ts';
import { noOrphans, quoted } from '../../../lib/polish.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import type { Visit } from '../../../web/visit.ts';
import { callPaths } from '../../calls/paths.ts';
import { type Call, readApplicantKinds, readVisibleCall } from '../../calls/queries.ts';
import { applicantKindNames } from '../../calls/texts.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { needTexts } from '../guardian/texts.ts';
import { applicationPaths } from '../paths.ts';
import { deadlineText } from '../texts/pages.ts';
import { applicationRefusals } from '../texts.ts';
import { checkWindow } from '../window.ts';
import { type Asked, type Eligibility, type LeaderAge, mayApply, whoTheyAre } from './policy.ts';
import {
  adultTexts,
  ageTexts,
  answerTitles,
  asTexts,
  insteadTexts,
  missingTexts,
  noWayTitle,
  pageTitle,
  placeTexts,
  whoTexts,
  whyTexts,
  yesText,
} from './texts.ts';

/**
 * Three questions and their answer on one page; the answers stand in the address alone, nothing is stored. Asked what it does not know, it shows
 * what was not chosen yet.
 */
export function eligibilityPage(deps: Deps, visit: Visit): Answer {
  const call = readVisibleCall(deps.db, visit.actor, visit.id());
  if (call === undefined) return absent;
  const { kto = '', wiek = '', miejsce = '' } = visit.query;
  const ages = agesOf(call);
  const sent = { kto, wiek, miejsce: call.area === '' ? 'tu' : miejsce };
  const who = whoTheyAre.find((one) => one === kto);
  const age = ages.find(({ value }) => value === wiek)?.value;
  const isPlaced = sent.miejsce === 'tu' || sent.miejsce === 'poza';
  const isAsked = visit.query['sprawdz'] !== undefined;
  const wrong = isAsked
    ? {
        ...(who === undefined && { kto: missingTexts.kto }),
        ...(age === undefined && { wiek: missingTexts.wiek }),
        ...(!isPlaced && { miejsce: missingTexts.miejsce }),
      }
    : {};
  const asked =
    who !== undefined && age !== undefined && isPlaced ? { who, age, isInArea: sent.miejsce === 'tu' } : undefined;
  return view('applications/eligibility', pageTitle, {
    call: { title: quoted(call.title), href: callPaths.showOf(call.id) },
    action: applicationPaths.eligibilityOf(call.id),
    found: Object.entries(wrong).map(([field, text]) => ({ href: `#${field}`, text })),
    missing: wrong,
    sent,
    who: whoTheyAre.map((value) => ({
      value,
      label: noOrphans(whoTexts[value].label),
      hint: noOrphans(whoTexts[value].hint),
    })),
    ages,
    places:
      call.area === ''
        ? []
        : [
            { value: 'tu', label: placeTexts.inside(call.area) },
            { value: 'poza', label: placeTexts.outside },
          ],
    answer: isAsked && asked !== undefined ? answerOf(deps, call, asked, visit) : null,
    rules: callPaths.rulesOf(call.id),
    organisation: readOrganisation(deps.db),
    contact: call.contact,
  });
}

function agesOf({ minLeaderAge }: Call): { value: LeaderAge; label: string }[] {
  const texts = ageTexts(minLeaderAge);
  const values: LeaderAge[] = minLeaderAge >= 18 ? ['adult', 'child'] : ['adult', 'young', 'child'];
  return values.map((value) => ({ value, label: noOrphans(texts[value]) }));
}

function answerOf(deps: Deps, call: Call, asked: Asked, { now }: Visit) {
  const kinds = readApplicantKinds(deps.db, call.id);
  const found = mayApply(
    kinds.map(({ kind }) => kind),
    asked,
  );
  const open = checkWindow(call, now);
  const note = kinds.find(({ kind }) => kind === found.as)?.note ?? '';
  return {
    tone: found.answer === 'no' ? 'warn' : 'ok',
    title: found.as === null ? noWayTitle : answerTitles(call.minLeaderAge)[found.answer],
    texts: textsOf(found, asked, call).map(noOrphans),
    rule: found.as === null || note === '' ? '' : noOrphans(note),
    kind: found.as === null ? '' : applicantKindNames[found.as],
    as: found.as === null ? '' : asTexts[found.as],
    start: open.ok && found.as !== null ? applicationPaths.startAs(call.id, found.as) : '',
    closed: open.ok ? '' : noOrphans(applicationRefusals[open.code]?.(open.facts ?? {}) ?? ''),
    deadline: open.ok ? deadlineText(call.stages, now) : '',
  };
}

function textsOf(found: Eligibility, { who }: Asked, call: Call): string[] {
  const { area, minLeaderAge: least } = call;
  switch (found.answer) {
    case 'yes':
      return [who === 'unregistered' ? yesText.unregistered : yesText.plain];
    case 'with_adult':
      return [
        adultTexts(least)[found.adult],
        ...(found.adult === 'guardian' ? [needTexts[call.guardianConsent]] : []),
        ...(who === 'unregistered' ? [yesText.unregistered] : []),
      ];
    case 'no': {
      const instead = found.as === null ? [] : [insteadTexts[found.as](call)];
      return [whyTexts[found.why]({ area, least }), ...instead];
    }
  }
}
