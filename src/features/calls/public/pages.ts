import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { quoted, sentence } from '../../../lib/polish.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { readProject } from '../../project/queries.ts';
import { readRules } from '../call-texts.ts';
import { consultationLink } from '../consultation/pages.ts';
import { readCategories, readFormalCriteria, readIneligibleCosts, readMeritCriteria } from '../criteria.ts';
import { callPaths } from '../paths.ts';
import { type Call, hasResults, readApplicantKinds } from '../queries.ts';
import { type StageKind, stageOf, submissionWindow } from '../stages.ts';
import { applicantKindNames, deadlineTexts, paymentModeSentences, stageNames, windowText } from '../texts.ts';
import { type ListPlace, placeOf, publicStages, readAnnouncedCalls, readConsulted } from './announced.ts';
import { publicPaths } from './paths.ts';
import { listHeadings, placeTags } from './texts.ts';

const places: readonly ListPlace[] = ['open', 'before', 'running', 'over'];

/** All calls by what can be done with them; a heading without a call is not shown. */
export function listPage(reader: Reader, now: Instant) {
  const calls = readAnnouncedCalls(reader);
  return {
    groups: places
      .map((place) => ({
        place,
        heading: listHeadings[place],
        calls: calls.filter((call) => placeOf(call, now) === place).map((call) => cardOf(reader, call, place)),
      }))
      .filter((group) => group.calls.length > 0),
    consultations: readConsulted(reader).flatMap((call) => {
      const link = consultationLink(reader, call, now);
      return link?.phase === 'open' ? [link] : [];
    }),
    organisation: readOrganisation(reader),
    json: publicPaths.json,
  };
}

function cardOf(reader: Reader, call: Call, place: ListPlace) {
  const window = submissionWindow(call.stages);
  const at = place === 'before' ? window?.opensAt : window?.closesAt;
  return {
    id: `nabor-${call.id}`,
    title: quoted(call.title),
    subtitle: call.subtitle,
    href: callPaths.showOf(call.id),
    tag: placeTags[place],
    when:
      at === undefined
        ? ''
        : place === 'open' || place === 'before'
          ? deadlineTexts[place](at)
          : windowText(stageOf(call.stages, 'submission') ?? { startsAt: null, endsAt: null }),
    isPast: place === 'running' || place === 'over',
    poolGrosze: call.poolGrosze,
    maxGrosze: call.maxGrosze,
    results: hasResults(reader, call.id) ? callPaths.resultsOf(call.id) : '',
    calendar: place === 'over' ? '' : publicPaths.calendarOf(call.id),
  };
}

/** Every fact of the announcement in plain paragraphs, to be copied to the public bulletin or printed. */
export function announcementTextPage(reader: Reader, call: Call, publicUrl: string) {
  const merit = readMeritCriteria(reader, call.id);
  const rules = readRules(reader, call.id);
  return {
    call: { ...call, title: quoted(call.title) },
    organisation: readOrganisation(reader),
    credit: readProject(reader).creditLine,
    payment: paymentModeSentences[call.paymentMode],
    rulesNumber: rules.number,
    addresses: {
      call: publicUrl + callPaths.showOf(call.id),
      rules: publicUrl + callPaths.rulesOf(call.id),
      privacy: publicUrl + callPaths.privacyOf(call.id),
      apply: publicUrl + callPaths.newApplicationOf(call.id),
    },
    submission: whenOf(call, 'submission'),
    realisation: whenOf(call, 'realisation'),
    results: whenOf(call, 'results'),
    kinds: readApplicantKinds(reader, call.id).map(({ kind, note }) => ({ name: applicantKindNames[kind], note })),
    stages: publicStages(call.stages).map((stage) => ({
      name: stageNames[stage.kind],
      when: windowText(stage),
      place: stage.place,
    })),
    costs: readCategories(reader, call.id),
    ineligible: readIneligibleCosts(reader, call.id),
    formal: readFormalCriteria(reader, call.id),
    criteria: merit.filter((one) => !one.isBonus).map((one) => ({ ...one, most: one.weight * one.maxPoints })),
    bonus: merit.filter((one) => one.isBonus).map((one) => ({ ...one, most: one.weight * one.maxPoints })),
    back: callPaths.showOf(call.id),
  };
}

/** As a sentence's end; '' for a stage that the timetable lacks. */
function whenOf(call: Call, kind: StageKind): string {
  const stage = stageOf(call.stages, kind);
  return stage === undefined ? '' : sentence(windowText(stage));
}
