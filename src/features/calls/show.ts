import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { daysBetween, type Instant, warsawDay } from '../../lib/days.ts';
import { quoted } from '../../lib/polish.ts';
import { timeLeft } from '../../lib/polish-dates.ts';
import { monthsGenitive } from '../../lib/polish-vocabulary.ts';
import { currentPapers } from '../../web/papers.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { rulesSubject, settingsRights } from './access.ts';
import { askedPaths } from './asked/paths.ts';
import { readPublished } from './asked/queries.ts';
import { consultationLink } from './consultation/pages.ts';
import { readCategories, readIneligibleCosts, readMeritCriteria } from './criteria.ts';
import { readChanges } from './dates/changes.ts';
import { shownChange } from './dates/texts.ts';
import { publicOrders } from './orders/pages.ts';
import { callPaths } from './paths.ts';
import { type CallPhase, phaseOf } from './policy.ts';
import { publicPaths } from './public/paths.ts';
import { readPublishedTexts } from './publications/queries.ts';
import { type Call, hasResults, readApplicantKinds, readQuestions } from './queries.ts';
import { textChangeHead } from './rules/texts.ts';
import { blindNote, methodText } from './scoring-texts.ts';
import { currentStage, isMeeting, nextDate, stageOf, submissionWindow } from './stages.ts';
import {
  applicantKindNames,
  deadlineTexts,
  isDayStart,
  isWholeDayEnd,
  momentText,
  paymentModeSentences,
  stageNames,
  untilText,
  windowText,
} from './texts.ts';
import { publicTrack } from './track.ts';

/** So long a changed date stands at the top of the page, not beside the timetable alone. */
const freshDays = 14;

/** Everything the public page of a call shows: what, who, how much, when, rules, documents, contact, next date. */
export function callPage(reader: Reader, actor: Actor, call: Call, now: Instant) {
  const phase = phaseOf(call, now);
  const merit = readMeritCriteria(reader, call.id);
  const rights = settingsRights(actor, call.id);
  const changes = phase === 'preparation' ? [] : readChanges(reader, call.id);
  return {
    call: { ...call, title: quoted(call.title) },
    payment: paymentModeSentences[call.paymentMode],
    isDraft: phase === 'preparation',
    isBefore: phase === 'before',
    isClosed: phase === 'closed',
    isOpen: phase === 'open',
    deadline: deadlineOf(call, phase, now),
    standing: standingOf(call, now),
    next: nextOf(call, now),
    start: phase === 'open' ? callPaths.newApplicationOf(call.id) : null,
    eligibility: phase === 'open' || phase === 'before' ? callPaths.eligibilityOf(call.id) : null,
    results: hasResults(reader, call.id) ? callPaths.resultsOf(call.id) : null,
    settings: rights.mayRead ? callPaths.settingsOf(call.id) : null,
    realisation: windowText(stageOf(call.stages, 'realisation') ?? { startsAt: null, endsAt: null }),
    kinds: readApplicantKinds(reader, call.id).map(({ kind, note }) => ({ name: applicantKindNames[kind], note })),
    changes: changes.map((change) => ({
      ...shownChange(change),
      isFresh: daysBetween(warsawDay(change.changedAt), warsawDay(now)) <= freshDays,
    })),
    meetings: phase === 'preparation' ? [] : comingMeetings(call, now),
    track: publicTrack(call.stages, now),
    costs: readCategories(reader, call.id),
    ineligible: readIneligibleCosts(reader, call.id),
    method: methodText({ ...call, blindReview: 0 }),
    blind: blindNote(call),
    criteria: merit.filter((one) => !one.isBonus).map((one) => ({ ...one, most: one.weight * one.maxPoints })),
    bonus: merit.filter((one) => one.isBonus).map((one) => ({ name: one.name, most: one.weight * one.maxPoints })),
    rules: callPaths.rulesOf(call.id),
    orders: phase === 'preparation' ? [] : publicOrders(reader, call.id),
    textChanges: phase === 'preparation' ? [] : textChanges(reader, call.id, now),
    rulesPapers: currentPapers(reader, rulesSubject(call.id), 'call_rules'),
    posters: currentPapers(reader, rulesSubject(call.id), 'call_poster'),
    // What is for the world to take away – calendars, the text to copy – a rehearsal does not have.
    isForWorld: phase !== 'preparation' && call.rehearsalOf === null,
    announcementText: publicPaths.announcementTextOf(call.id),
    calendar: publicPaths.calendarOf(call.id),
    all: publicPaths.list,
    formPapers: currentPapers(reader, rulesSubject(call.id), 'blank_form'),
    consultation: consultationLink(reader, call, now)?.href ?? '',
    privacy: callPaths.privacyOf(call.id),
    questions: [...readQuestions(reader, call.id), ...readPublished(reader, call.id)],
    ask: askedPaths.askOf(call.id),
    organisation: readOrganisation(reader),
    now,
  };
}

/** Later versions of the announced rules and of the privacy clause, each with its reason; the first ones are no change. */
function textChanges(reader: Reader, callId: number, now: Instant) {
  return (['rules', 'privacy'] as const).flatMap((kind) =>
    readPublishedTexts(reader, callId, kind)
      .filter(({ reason }, index, all) => index < all.length - 1 && reason !== '')
      .map(({ publishedAt, reason }) => ({
        head: textChangeHead(kind, publishedAt),
        reason,
        href: kind === 'rules' ? callPaths.rulesOf(callId) : callPaths.privacyOf(callId),
        isFresh: daysBetween(warsawDay(publishedAt), warsawDay(now)) <= freshDays,
      })),
  );
}

/** The bookmark of the page: how long one may still apply, or since when one may. */
function deadlineOf(call: Call, phase: CallPhase, now: Instant) {
  const window = submissionWindow(call.stages);
  if (window === undefined || (phase !== 'open' && phase !== 'before')) return null;
  const until = phase === 'open' ? window.closesAt : window.opensAt;
  return { until, left: timeLeft(now, until), on: untilText(until), detail: deadlineTexts[phase](until), now };
}

/** What goes on after the call closed, e.g. „Ocena komisji, 2–15 kwietnia 2024 r.” */
function standingOf(call: Call, now: Instant) {
  const stage = currentStage(call.stages, now);
  return stage === undefined ? null : { name: stageNames[stage.kind], when: windowText(stage) };
}

function nextOf(call: Call, now: Instant) {
  const date = nextDate(call.stages, now);
  if (date === undefined) return null;
  const when = momentText(date.at, date.isEnd ? isWholeDayEnd : isDayStart);
  return { when, what: stageNames[date.stage.kind], isEnd: date.isEnd && date.stage.startsAt !== null };
}

/** Meetings still ahead, the nearest first, each with its own file for a calendar. */
function comingMeetings(call: Call, now: Instant) {
  return call.stages
    .filter((stage) => isMeeting(stage) && stage.startsAt !== null && (stage.endsAt ?? stage.startsAt) > now)
    .sort((a, b) => ((a.startsAt ?? '') < (b.startsAt ?? '') ? -1 : 1))
    .map((stage) => {
      const [, month, date] = warsawDay(stage.startsAt ?? now).split('-');
      return {
        dayNumber: Number(date),
        month: monthsGenitive[Number(month) - 1] ?? '',
        name: stageNames[stage.kind],
        when: windowText(stage),
        place: stage.place,
        calendar: publicPaths.stageCalendarOf(call.id, stage.id),
      };
    });
}
