import type { Reader } from '../../db/connection.ts';
import { type Actor, hasAnyRole } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { inputAmount } from '../../lib/money.ts';
import { quoted } from '../../lib/polish.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import { currentPapers, papersOf } from '../../web/papers.ts';
import { orderSubject, orderWriters, rulesSubject, settingsRights } from './access.ts';
import { isAlone, type MoveTarget, weeksOfMove } from './commands/timetable.ts';
import { callPaths } from './paths.ts';
import { publicPaths } from './public/paths.ts';
import { type Call, countSubmitted } from './queries.ts';
import { rehearsalPaths } from './rehearsal/paths.ts';
import { methodText, scoringChoices } from './scoring-texts.ts';
import { settingsLinks } from './settings-links.ts';
import { setupPart } from './setup/part.ts';
import { inOrder, moveStages } from './stages.ts';
import { settingsTexts, stageNames, stateNames, windowText } from './texts.ts';
import {
  freeDays,
  type StageFieldName,
  type StageFields,
  stageField,
  stageFieldNames,
  typedStage,
} from './timetable-fields.ts';
import { stateOf } from './track.ts';

/** From the call to a page of its settings. */
export const crumbsOf = (call: Call, here: string) => [
  { label: settingsTexts.callCrumb, href: callPaths.showOf(call.id) },
  { label: settingsTexts.crumb, href: callPaths.settingsOf(call.id) },
  { label: here },
];

/** The summary of a call for its staff: state, terms, timetable with free days, and what may be done. */
export function settingsPage(reader: Reader, actor: Actor, call: Call, now: Instant) {
  const submitted = countSubmitted(reader, call.id);
  const { mayChange } = settingsRights(actor, call.id);
  const stages = call.stages.map((stage) => {
    const state = stateOf(stage, now);
    return {
      name: stageNames[stage.kind],
      when: windowText(stage),
      place: stage.place,
      source: stage.source,
      isNow: state === 'now',
      free: freeDays(stage).join('; '),
    };
  });
  return {
    call: { ...call, title: quoted(call.title) },
    crumbs: crumbsOf(call, '').slice(0, 1).concat({ label: settingsTexts.crumb }),
    state: { tone: call.state === 'draft' ? 'draft' : 'ok', text: stateNames[call.state] },
    stages,
    hasFreeDays: stages.some((stage) => stage.free !== ''),
    submitted,
    mayChange,
    actions: mayChange ? actionsOf(call, submitted) : [],
    timetable: callPaths.timetableOf(call.id),
    amounts: submitted === 0 ? callPaths.amountsOf(call.id) : null,
    show: callPaths.showOf(call.id),
    formPage: callPaths.formOf(call.id),
    groups: settingsLinks(call, mayChange),
    rehearsal: mayChange && call.rehearsalOf === null ? rehearsalPaths.listOf(call.id) : '',
    documents: callPaths.documentsOf(call.id),
    papers: settingsPapers(reader, actor, call, mayChange),
    setup: setupPart(reader, call, now, mayChange),
  };
}

/** The published rules, every version with its day, and for those who write it the director's draft order. */
function settingsPapers(reader: Reader, actor: Actor, call: Call, mayChange: boolean) {
  const writesOrders = hasAnyRole(actor, orderWriters, call.id);
  return {
    rules: papersOf(reader, rulesSubject(call.id), 'call_rules'),
    form: currentPapers(reader, rulesSubject(call.id), 'blank_form'),
    printForm: mayChange && call.state !== 'draft' ? callPaths.blankFormOf(call.id) : '',
    printRules: mayChange && call.state !== 'draft' ? callPaths.rulesOf(call.id) : '',
    posters: papersOf(reader, rulesSubject(call.id), 'call_poster'),
    printPoster: mayChange && call.state !== 'draft' ? publicPaths.posterOf(call.id) : '',
    writesOrders,
    orders: writesOrders ? currentPapers(reader, orderSubject(call.id), 'order_rules') : [],
    draftOrder: callPaths.rulesOrderOf(call.id),
  };
}

function actionsOf(call: Call, submitted: number) {
  const frozen = submitted > 0 ? { missing: settingsTexts.frozen } : {};
  const move = (to: MoveTarget) => (submitted > 0 ? {} : { href: `${callPaths.moveOf(call.id)}?do=${to}` });
  const original =
    call.movedByWeeks === 0
      ? []
      : [{ label: settingsTexts.original(call.year), key: 'original', ...frozen, ...move('original') }];
  const toDraft = submitted > 0 ? frozen : { action: callPaths.draftOf(call.id) };
  const state =
    call.state === 'draft'
      ? { label: settingsTexts.announce, action: callPaths.announcementOf(call.id), kind: 'main' }
      : { label: settingsTexts.toDraft, key: 'draft', ...toDraft };
  return [state, { label: settingsTexts.toToday, key: 'today', ...frozen, ...move('today') }, ...original];
}

/** What a move would do, before it is done. */
export function movePage(reader: Reader, call: Call, to: MoveTarget, now: Instant) {
  const weeks = weeksOfMove(call, to, now);
  const moved = inOrder(moveStages(call.stages, weeks));
  const stages = moved.map((stage, index) => {
    const before = call.stages[index];
    return {
      name: stageNames[stage.kind],
      before: before ? windowText(before) : '',
      after: windowText(stage),
      free: freeDays(stage).join('; '),
    };
  });
  return {
    call: { ...call, title: quoted(call.title) },
    crumbs: crumbsOf(call, settingsTexts.moveCrumb),
    title: to === 'today' ? settingsTexts.moveToToday : settingsTexts.moveToOriginal(call.year),
    stages,
    hasFreeDays: stages.some((stage) => stage.free !== ''),
    weeks: Math.abs(weeks),
    isEarlier: weeks < 0,
    isAnnounced: call.state !== 'draft',
    isAlone: isAlone(reader, call),
    to,
    action: callPaths.moveOf(call.id),
    back: callPaths.settingsOf(call.id),
  };
}

/** The form of the timetable: stored dates, or what was typed with its errors and, after a clash, what is stored now. */
export function timetablePage(call: Call, typed?: { raw: RawBody; errors: Readonly<Record<string, string>> }) {
  const isClash = typed !== undefined && rawText(typed.raw, 'version') !== String(call.version);
  const stages = call.stages.map((stage) => {
    const stored = typedStage(stage);
    const row = typed === undefined ? stored : typedRow(typed.raw, stage.id, stored);
    const fields = stageFieldNames.map((field) => {
      const error = typed?.errors[stageField(stage.id, field)] ?? '';
      return [field, { name: `stages[s${stage.id}][${field}]`, value: row[field], error }] as const;
    });
    const free = freeDays(stage).join('; ');
    return {
      name: stageNames[stage.kind],
      stored: isClash ? windowText(stage) : '',
      free,
      ...Object.fromEntries(fields),
    };
  });
  return {
    crumbs: crumbsOf(call, settingsTexts.timetableCrumb),
    stages,
    isAnnounced: call.state !== 'draft',
    reason: typed === undefined ? '' : rawText(typed.raw, 'reason'),
    version: call.version,
    action: callPaths.timetableOf(call.id),
    back: callPaths.settingsOf(call.id),
  };
}

function typedRow(raw: RawBody, stageId: number, stored: StageFields): StageFields {
  const rows = raw['stages'];
  const row = typeof rows === 'object' && !Array.isArray(rows) ? (rows as RawBody)[`s${stageId}`] : undefined;
  if (typeof row !== 'object' || Array.isArray(row)) return stored;
  const field = (name: StageFieldName) => rawText(row as RawBody, name);
  return {
    startDay: field('startDay'),
    startHour: field('startHour'),
    endDay: field('endDay'),
    endHour: field('endHour'),
    place: field('place'),
    source: field('source'),
  };
}

/** The form of pool, limits and thresholds. */
export function amountsPage(call: Call, raw?: RawBody) {
  const stored = {
    pool: inputAmount(call.poolGrosze),
    min: inputAmount(call.minGrosze),
    max: inputAmount(call.maxGrosze),
    minInitiatives: String(call.minInitiatives),
    applicationsPerLeader: String(call.applicationsPerLeader),
    applicationsPerOrganisation: String(call.applicationsPerOrganisation ?? ''),
    thresholdPercent: String(call.thresholdPercent),
    quorum: String(call.quorum),
    scoreMethod: call.scoreMethod,
    scoreDecimals: String(call.scoreDecimals),
    bonusLimit: String(call.bonusLimit),
    unevenCards: call.unevenCards,
    extremeReasons: call.extremeReasons === 1 ? 'tak' : '',
    cardsPerApplication: String(call.cardsPerApplication ?? ''),
    blindReview: call.blindReview === 1 ? 'tak' : '',
  };
  const typed =
    raw === undefined ? stored : Object.fromEntries(Object.keys(stored).map((name) => [name, rawText(raw, name)]));
  const isClash = raw !== undefined && rawText(raw, 'version') !== String(call.version);
  return {
    crumbs: crumbsOf(call, settingsTexts.amountsCrumb),
    typed,
    isScoringOpen:
      raw !== undefined ||
      call.scoreMethod !== 'mean' ||
      call.extremeReasons === 1 ||
      call.cardsPerApplication !== null,
    isBlindOpen: raw !== undefined || call.blindReview === 1,
    choices: scoringChoices,
    method: methodText(call),
    stored: isClash ? stored : null,
    version: call.version,
    action: callPaths.amountsOf(call.id),
    back: callPaths.settingsOf(call.id),
  };
}
