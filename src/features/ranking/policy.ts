import { type Grosze, grosze } from '../../lib/money.ts';
import {
  countingCards,
  type Exclusion,
  type GivenPoints,
  type ScoringTime,
  sumOf,
  type WeighedCriterion,
} from '../reviews/policy.ts';

export interface RankedCriterion extends WeighedCriterion {
  readonly code: string;
  /** 1 parts equal results first, 2 next; null never. */
  readonly tieOrder: number | null;
}

export interface RankedCard extends Exclusion {
  readonly points: readonly GivenPoints[];
}

/** Everything a ranking follows from; whoever has these has the ranking. */
export interface RankingInputs {
  readonly applications: readonly { readonly applicationId: number; readonly number: number }[];
  readonly criteria: readonly RankedCriterion[];
  readonly cards: readonly RankedCard[];
  readonly exclusions: readonly Exclusion[];
  readonly maxPoints: number;
  readonly thresholdPercent: number;
  readonly quorum: number;
  /** The chair's word on equals that no criterion parts: ids of applications, the higher first. */
  readonly chairOrder: readonly number[];
}

export interface RankedRow {
  readonly applicationId: number;
  readonly place: number;
  /** Mean of the cards that count, in hundredths of a point. */
  readonly meanHundredths: number;
  readonly cards: number;
  readonly meetsThreshold: boolean;
  readonly hasQuorum: boolean;
  /** What parted the row from an equal result: a criterion's code, `chair_decided`, `chair_decides` (its word is missing), or ''. */
  readonly tieNote: string;
  /** The same for rows that no criterion parts. */
  readonly equality: string;
}

/** The order of the applications by the rules of the call. Equals without the chair's word stand in the order of filing. */
export function rank(inputs: RankingInputs): RankedRow[] {
  const cards = countingCards(inputs.cards, inputs.exclusions);
  const ties = inputs.criteria
    .filter(({ tieOrder }) => tieOrder !== null)
    .sort((a, b) => Number(a.tieOrder) - Number(b.tieOrder));
  const results = inputs.applications.map(({ applicationId, number }) => {
    const own = cards.filter((card) => card.applicationId === applicationId);
    const mean = meanInHundredths(own.map((card) => sumOf(inputs.criteria, card.points).total));
    const parts = ties.map(({ id, code }) => ({
      code,
      mean: meanInHundredths(own.map((card) => pointsFor(card, id))),
    }));
    const word = inputs.chairOrder.indexOf(applicationId);
    return { applicationId, number, mean, parts, word, cards: own.length };
  });
  const ordered = results.sort((a, b) => b.mean - a.mean || byCriteria(a, b) || byWord(a, b) || a.number - b.number);
  return ordered.map((result, index) => ({
    applicationId: result.applicationId,
    place: index + 1,
    meanHundredths: result.mean,
    cards: result.cards,
    meetsThreshold: meetsThreshold(result.mean, inputs),
    hasQuorum: result.cards >= inputs.quorum,
    tieNote: strongest([ordered[index - 1], ordered[index + 1]].map((next) => (next ? partedBy(result, next) : ''))),
    equality: [result.mean, ...result.parts.map(({ mean }) => mean)].join(' '),
  }));
}

function pointsFor(card: RankedCard, criterionId: number): number {
  return card.points.find((given) => given.criterionId === criterionId)?.points ?? 0;
}

/** Half up, in whole numbers all the way; nothing for no cards. */
export function meanInHundredths(totals: readonly number[]): number {
  if (totals.length === 0) return 0;
  const sum = totals.reduce((all, total) => all + total, 0);
  const doubled = 200 * sum + totals.length;
  return (doubled - (doubled % (2 * totals.length))) / (2 * totals.length);
}

/** The threshold is a percentage of the maximum without bonus points; a result exactly on it meets it. */
export function meetsThreshold(
  meanHundredths: number,
  rules: { maxPoints: number; thresholdPercent: number },
): boolean {
  return meanHundredths >= rules.maxPoints * rules.thresholdPercent;
}

interface Outcome {
  readonly mean: number;
  readonly parts: readonly { readonly code: string; readonly mean: number }[];
  readonly word: number;
}

function byCriteria(a: Outcome, b: Outcome): number {
  const index = partingIndex(a, b);
  return index === -1 ? 0 : meanOfPart(b, index) - meanOfPart(a, index);
}

function byWord(a: Outcome, b: Outcome): number {
  return a.word === -1 || b.word === -1 ? 0 : a.word - b.word;
}

function partedBy(a: Outcome, b: Outcome): string {
  if (a.mean !== b.mean) return '';
  const parting = a.parts[partingIndex(a, b)];
  if (parting !== undefined) return parting.code;
  return byWord(a, b) === 0 ? 'chair_decides' : 'chair_decided';
}

function partingIndex(a: Outcome, b: Outcome): number {
  return a.parts.findIndex((part, index) => part.mean !== meanOfPart(b, index));
}

function meanOfPart(outcome: Outcome, index: number): number {
  return outcome.parts[index]?.mean ?? 0;
}

function strongest(notes: readonly string[]): string {
  return (
    ['chair_decides', 'chair_decided'].find((note) => notes.includes(note)) ?? notes.find((note) => note !== '') ?? ''
  );
}

/** Applications whose order only the chair's word can settle, group by group, in their present order. */
export function undecidedTies(rows: readonly RankedRow[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const { equality, applicationId } of rows.filter(({ tieNote }) => tieNote === 'chair_decides')) {
    groups.set(equality, [...(groups.get(equality) ?? []), applicationId]);
  }
  return [...groups.values()];
}

export interface PoolLine {
  /** How many rows from the top the pool pays for in full, one after another. */
  readonly funded: number;
  readonly left: Grosze;
  /** By row, the sum requested down to it; null below the threshold. */
  readonly running: readonly (Grosze | null)[];
}

/** Where the pool ends in rows that stand in the order of their places. */
export function drawPoolLine(
  rows: readonly { readonly requested: Grosze; readonly meetsThreshold: boolean }[],
  pool: Grosze,
): PoolLine {
  const upTo = (index: number) => rows.slice(0, index + 1).reduce((all, row) => all + row.requested, 0);
  const running = rows.map((row, index) => (row.meetsThreshold ? grosze(upTo(index)) : null));
  const beyond = running.findIndex((total) => total === null || total > pool);
  const funded = beyond === -1 ? rows.length : beyond;
  return { funded, left: grosze(pool - (running[funded - 1] ?? 0)), running };
}

/**
 * Whether points may be looked at together: the scoring time is over, or every card that can come has come, or, in a
 * stage without an end, every application has its quorum.
 */
export function scoringIsOver(
  time: ScoringTime,
  hasEnd: boolean,
  applications: readonly { readonly sent: number; readonly possible: number }[],
  quorum: number,
): boolean {
  if (time === 'after') return true;
  if (time !== 'open' || applications.length === 0) return false;
  if (applications.every(({ sent, possible }) => sent >= possible)) return true;
  return !hasEnd && applications.every(({ sent }) => sent >= quorum);
}
