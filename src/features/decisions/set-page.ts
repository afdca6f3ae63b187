import type { Reader } from '../../db/connection.ts';
import { type Actor, hasAnyRole, hasRole } from '../../lib/actor.ts';
import { grosze, inputAmount } from '../../lib/money.ts';
import { mayStep } from '../../lib/transitions.ts';
import { applicationPaths } from '../applications/paths.ts';
import type { Call } from '../calls/queries.ts';
import { signedMinutesOf } from '../ranking/meeting/queries.ts';
import { rankingPaths } from '../ranking/paths.ts';
import { pointsText } from '../ranking/texts.ts';
import { poolRules } from './commands/holding.ts';
import { type TypedDecision, understandSoFar } from './forms.ts';
import { setLife } from './lifecycle.ts';
import { decisionPaths } from './paths.ts';
import { awardedSum, type Decision, faultsOf, reservePlaces } from './policy.ts';
import {
  adoptedRankingId,
  type DecisionSet,
  decisionsOf,
  findSet,
  namesIn,
  type RankedApplication,
  rankedIn,
} from './queries.ts';
import { shortagesOf } from './shortages.ts';
import { stepsOf } from './steps.ts';
import { kindNames, kindTones, sayFault, sayShortage, setStateNames, setStateTones } from './texts.ts';

/** What was typed, and the revision it was typed over. */
export interface TypedSet {
  readonly revision: number;
  readonly rows: readonly TypedDecision[];
}

/** The page of a call's decisions: a form while they are prepared, a list from then on. `typed` replaces what is stored. */
export function setPage(reader: Reader, actor: Actor, call: Call, typed?: TypedSet) {
  const set = findSet(reader, call.id);
  const paths = pathsOf(call.id);
  if (set === undefined)
    return {
      call,
      paths,
      set: null,
      isRanked: adoptedRankingId(reader, call.id) !== undefined,
      mayPrepare: mayPrepare(actor, call.id),
    };
  const ranked = rankedIn(reader, actor, call.id);
  const stored = decisionsOf(reader, set.id);
  const rows = typed?.rows ?? stored.map(typedOf);
  const shown = understandSoFar(
    rows,
    new Map(ranked.map(({ applicationId, requested }) => [applicationId, requested])),
  );
  const isForm = set.state === 'draft' && mayPrepare(actor, call.id);
  return {
    ...{ call, paths, isForm, minutes: signedMinutesOf(reader, set.rankingId) ?? null },
    set: { ...set, tag: { tone: setStateTones[set.state], text: setStateNames[set.state] } },
    groups: groupRows(ranked, rows, withClosed(ranked, shown, stored)),
    sums: sumsOf(reader, actor, call, withClosed(ranked, shown, stored), set.state === 'published'),
    steps: stepsOf(set, namesIn(reader, set)),
    kinds: Object.entries(kindNames).map(([value, label]) => ({ value, label })),
    meanwhile: typed !== undefined && typed.revision !== set.revision ? listed(ranked, stored) : [],
    may: mayDo(actor, call.id, set),
  };
}

function mayPrepare(actor: Actor, callId: number): boolean {
  return hasRole(actor, 'coordinator', callId);
}

function mayDo(actor: Actor, callId: number, { state }: DecisionSet) {
  const director = hasRole(actor, 'director', callId);
  return {
    approve: director && mayStep(setLife, 'approve', state),
    return: director && mayStep(setLife, 'return', state),
    publish: hasAnyRole(actor, ['coordinator', 'director'], callId) && mayStep(setLife, 'publish', state),
  };
}

function typedOf({ applicationId, kind, amount, reason }: Decision): TypedDecision {
  return { application: String(applicationId), kind, amount: amount === null ? '' : inputAmount(amount), reason };
}

/** Of an application closed to the actor the stored decision counts, whatever the form says. */
function withClosed(
  ranked: readonly RankedApplication[],
  shown: readonly Decision[],
  stored: readonly Decision[],
): Decision[] {
  return ranked.flatMap(({ applicationId, isClosed }) => {
    const of = (decisions: readonly Decision[]) =>
      decisions.find((decision) => decision.applicationId === applicationId);
    return (isClosed ? of(stored) : of(shown)) ?? [];
  });
}

/** Rows above the threshold and rows below it, each with what is typed and what it comes to. */
function groupRows(ranked: readonly RankedApplication[], typed: readonly TypedDecision[], given: readonly Decision[]) {
  const places = reservePlaces(ranked, given);
  const rows = ranked.map((row, index) => {
    const decision = given.find(({ applicationId }) => applicationId === row.applicationId);
    const form = typed.find(({ application }) => application === String(row.applicationId));
    const kind = decision?.kind ?? 'refusal';
    const reservePlace = places.get(row.applicationId);
    return {
      ...row,
      index,
      href: applicationPaths.showOf(row.applicationId),
      pointsText: pointsText(row.points, row.decimals),
      form: { kind, amount: form?.amount ?? '', reason: form?.reason ?? '' },
      amount: decision?.amount ?? null,
      reason: row.isClosed ? '' : (decision?.reason ?? ''),
      tag: {
        tone: kindTones[kind],
        text: reservePlace === undefined ? kindNames[kind] : `${kindNames[kind]}, ${reservePlace}`,
      },
    };
  });
  const [first] = ranked;
  const threshold = first === undefined ? '' : pointsText(first.threshold, first.decimals);
  return [
    { threshold: '', rows: rows.filter(({ qualifies }) => qualifies) },
    { threshold, rows: rows.filter(({ qualifies }) => !qualifies) },
  ].filter((group) => group.rows.length > 0);
}

/** The live check: how the sum stands against the pool, and what keeps the set from being handed on. */
function sumsOf(reader: Reader, actor: Actor, call: Call, given: readonly Decision[], isPublished: boolean) {
  const rules = poolRules(reader, call.id);
  const ranked = rankedIn(reader, actor, call.id);
  const awarded = awardedSum(given);
  const awards = given.filter(({ kind }) => kind === 'award').length;
  const blocking = faultsOf(ranked, given, rules).map((fault) => ({ state: 'bad', text: sayFault(fault, ranked) }));
  const short = (isPublished ? [] : shortagesOf(reader, given)).map((shortage) => ({
    state: 'warn',
    text: sayShortage(shortage),
  }));
  return {
    ...{ awarded, awards, pool: rules.pool, isOver: awarded > rules.pool },
    left: grosze(Math.max(0, rules.pool - awarded)),
    over: grosze(Math.max(0, awarded - rules.pool)),
    part: Math.round((awarded * 1000) / rules.pool),
    promised: awards < call.minInitiatives ? call.minInitiatives : 0,
    lights: [...blocking, ...short],
  };
}

/** What somebody else saved meanwhile, to compare with. */
function listed(ranked: readonly RankedApplication[], stored: readonly Decision[]) {
  return ranked.flatMap((row) => {
    const decision = stored.find(({ applicationId }) => applicationId === row.applicationId);
    if (decision === undefined || row.isClosed) return [];
    return [
      {
        code: row.code,
        title: row.title,
        kind: kindNames[decision.kind],
        amount: decision.amount,
        reason: decision.reason,
      },
    ];
  });
}

function pathsOf(callId: number) {
  return {
    set: decisionPaths.setOf(callId),
    check: decisionPaths.checkOf(callId),
    preparation: decisionPaths.preparationOf(callId),
    approval: decisionPaths.approvalOf(callId),
    return: decisionPaths.returnOf(callId),
    publication: decisionPaths.publicationOf(callId),
    results: decisionPaths.resultsOf(callId),
    ranking: rankingPaths.rankingOf(callId),
  };
}
