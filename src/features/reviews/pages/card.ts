import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { quoted } from '../../../lib/polish.ts';
import { hasFinal } from '../../../pdf/register.ts';
import type { RawBody } from '../../../web/form.ts';
import { rawText } from '../../../web/form.ts';
import { isJudgedBlind } from '../../applications/blind/reading.ts';
import { blindWords } from '../../applications/blind/texts.ts';
import { applicationCode } from '../../applications/content.ts';
import { type MeritCriterion, readMeritCriteria } from '../../calls/criteria.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { stageOf } from '../../calls/stages.ts';
import { untilText } from '../../calls/texts.ts';
import { readingOf } from '../../checks/reading.ts';
import { typedAt } from '../../checks/typed.ts';
import { judgedFiles } from '../../jury/blind/files.ts';
import { juryPaths } from '../../jury/paths.ts';
import { openToJuror } from '../../jury/queries.ts';
import { suggestedGrosze } from '../completeness.ts';
import { minutesLeft } from '../pace.ts';
import { keyedOn } from '../paper/keyed.ts';
import { reviewPaths } from '../paths.ts';
import { type GivenPoints, justificationLetters, scoringTime, sumOf } from '../policy.ts';
import { cardsOf, readScoreCard, type ScoreCard, sittingsOf } from '../queries.ts';
import { bonusWords, leastWords, levelWords } from '../texts.ts';
import { papersOfCard } from './cards.ts';
import { othersOf } from './others.ts';
import { ownReopening } from './reopening.ts';

/** The juror's card beside what the group sent; undefined when the application is closed to the actor, or only read. `raw`: typed, not kept. */
export function cardPage(reader: Reader, actor: Actor, applicationId: number, now: Instant, raw?: RawBody) {
  const open = openToJuror(reader, actor, applicationId);
  const call = open && readCall(reader, open.submitted.callId);
  if (open === undefined || call === undefined || !open.isScorer) return undefined;
  const { submitted, memberId } = open;
  const criteria = readMeritCriteria(reader, call.id);
  const card = readScoreCard(reader, memberId, applicationId);
  const points = raw === undefined ? card.points : typedPoints(raw, criteria);
  const shown = criteria.map((one) =>
    criterionShown(one, points, raw === undefined ? reasonOf(card, one) : typedAt(raw, 'reasons', `k${one.id}`)),
  );
  const suggested = suggestedGrosze(card.suggestedAmount);
  const typed = (name: 'justification' | 'privateNote' | 'suggestedAmount') =>
    raw === undefined ? card[name] : rawText(raw, name);
  const hasPaper = card.id !== null && hasFinal(reader, 'score_card', { kind: 'score_card', id: card.id });
  const isStale = raw !== undefined && rawText(raw, 'revision') !== String(card.revision);
  return {
    code: submitted.code,
    title: quoted(submitted.title),
    reading: { ...readingOf(submitted.content), ...judgedParts(reader, applicationId) },
    listHref: reviewPaths.list,
    ...progressLine(reader, call, memberId, applicationId),
    ...timeOf(call, now, card.isReopened),
    reopening: ownReopening(reader, applicationId, memberId),
    reopenOthers: open.function === 'chair' ? reviewPaths.reopeningOf(applicationId) : '',
    isSent: card.state === 'sent',
    keyed: keyedOn(reader, card),
    sentAt: card.sentAt,
    isStale,
    stored: isStale
      ? { ...card, criteria: criteria.map((one) => criterionShown(one, card.points, reasonOf(card, one))) }
      : null,
    revision: card.revision,
    justification: typed('justification'),
    privateNote: typed('privateNote'),
    suggestedAmount: typed('suggestedAmount'),
    suggestedText: suggested === null ? '' : formatAmount(suggested),
    requested: formatAmount(submitted.content.requestedGrosze),
    hasExtras: typed('privateNote') !== '' || typed('suggestedAmount') !== '',
    asksReasons: call.extremeReasons === 1,
    unsaved: raw === undefined ? '' : rawText(raw, 'justification'),
    justificationMost: justificationLetters.most,
    criteria: firstOpen(shown),
    total: totalOf(call, criteria, points),
    others: card.state === 'sent' ? othersOf(reader, call, criteria, { applicationId, memberId }, now) : [],
    action: reviewPaths.cardOf(applicationId),
    autosave: reviewPaths.autosaveOf(applicationId),
    pointsAction: reviewPaths.pointsOf(applicationId),
    recusal: juryPaths.recusalOf(applicationId),
    papers: card.id === null ? [] : papersOfCard(reader, card.id),
    print: hasPaper ? '' : reviewPaths.printOf(applicationId),
  };
}

/** What stands otherwise in a call judged without names: files under their numbers, and the sentence that says why. */
function judgedParts(reader: Reader, applicationId: number) {
  if (!isJudgedBlind(reader, applicationId)) return {};
  const attachments = judgedFiles(reader, applicationId).map(({ number, name, size, isOpen }) => ({
    ...{ name, size },
    href: isOpen ? juryPaths.judgedFileOf(applicationId, number) : '',
  }));
  return { attachments, blind: blindWords.note };
}

/** The sums alone, from what stands in the form: `live` sends every criterion's worth along. */
export function pointsFragment(reader: Reader, actor: Actor, applicationId: number, raw: RawBody) {
  const open = openToJuror(reader, actor, applicationId);
  const call = open && readCall(reader, open.submitted.callId);
  if (call === undefined) return undefined;
  const criteria = readMeritCriteria(reader, call.id);
  const points = typedPoints(raw, criteria);
  return {
    live: true,
    criteria: criteria.map((criterion) => criterionShown(criterion, points, '')),
    total: totalOf(call, criteria, points),
  };
}

const reasonOf = ({ reasons }: Pick<ScoreCard, 'reasons'>, { id }: MeritCriterion) =>
  reasons.find(({ criterionId }) => criterionId === id)?.reason ?? '';

/** Points as they stand in a form, those the criterion can bear. */
export function typedPoints(raw: RawBody, criteria: readonly MeritCriterion[]): GivenPoints[] {
  return criteria.flatMap(({ id, maxPoints }) => {
    const typed = typedAt(raw, 'points', `k${id}`);
    return /^\d{1,3}$/.test(typed) && Number(typed) <= maxPoints ? [{ criterionId: id, points: Number(typed) }] : [];
  });
}

/** A criterion with its levels, the chosen one marked. */
export function criterionShown(criterion: MeritCriterion, given: readonly GivenPoints[], reason: string) {
  const { id, name, description, weight, maxPoints, minPoints, isBonus } = criterion;
  const points = given.find(({ criterionId }) => criterionId === id)?.points;
  const levels = isBonus ? [0, maxPoints] : Array.from({ length: maxPoints + 1 }, (_, level) => level);
  return {
    key: `k${id}`,
    name,
    description: minPoints === null ? description : `${description} ${leastWords(minPoints)}`,
    weight,
    isBonus,
    isScored: points !== undefined,
    points: points ?? 0,
    reason,
    worth: (points ?? 0) * weight,
    levels: levels.map((value) => ({ value, word: wordOf(criterion, value), isChosen: value === points })),
  };
}

/** Of all the criteria one stands open: the first without points. */
function firstOpen<Shown extends { readonly isScored: boolean }>(criteria: readonly Shown[]) {
  const first = Math.max(
    0,
    criteria.findIndex(({ isScored }) => !isScored),
  );
  return criteria.map((criterion, index) => ({ ...criterion, isFirst: index === first }));
}

/** The call's own words for the points; where it has none at all, the usual ones. */
function wordOf({ isBonus, maxPoints, levels }: MeritCriterion, level: number): string {
  if (levels.length > 0) return levels.find(({ points }) => points === level)?.description ?? '';
  if (isBonus) return level === 0 ? bonusWords.no : bonusWords.yes;
  return maxPoints === levelWords.length - 1 ? (levelWords[level] ?? '') : '';
}

function totalOf(call: Call, criteria: readonly MeritCriterion[], given: readonly GivenPoints[]) {
  const weighed = criteria.filter(({ isBonus }) => !isBonus);
  const scored = weighed.filter(({ id }) => given.some(({ criterionId }) => criterionId === id)).length;
  const bonusMost = criteria.some(({ isBonus }) => isBonus) ? call.bonusLimit : 0;
  return { ...sumOf(criteria, given, call.bonusLimit), max: call.maxPoints, bonusMost, scored, of: weighed.length };
}

/** „6 z 14”, the way on to the next card, and the place of this one. */
function progressLine(reader: Reader, call: Call, memberId: number, applicationId: number) {
  const cards = cardsOf(reader, memberId);
  const place = cards.findIndex((card) => card.applicationId === applicationId);
  const unsent = [...cards.slice(place + 1), ...cards.slice(0, place)].find(({ state }) => state !== 'sent');
  const sent = cards.filter(({ state }) => state === 'sent').length;
  const minutes = minutesLeft(sittingsOf(cards), cards.length - sent);
  return {
    minutesLeft: minutes,
    place: place + 1,
    all: cards.length,
    sent,
    sentThousandths: cards.length === 0 ? 0 : Math.round((sent * 1000) / cards.length),
    next: unsent && {
      code: applicationCode(call.code, call.year, unsent.number),
      href: reviewPaths.cardOf(unsent.applicationId),
    },
  };
}

/** A card given back is open also after the time. */
function timeOf(call: Call, now: Instant, isReopened: boolean) {
  const stage = stageOf(call.stages, 'scoring');
  const time = scoringTime(stage, now);
  return {
    isOpen: time === 'open' || (isReopened && time === 'after'),
    isPast: time === 'after',
    isBefore: time === 'before' || time === 'not_set',
    opens: stage?.startsAt ? untilText(stage.startsAt) : '',
    closes: stage?.endsAt ? untilText(stage.endsAt) : '',
  };
}
