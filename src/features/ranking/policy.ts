import { type Grosze, grosze } from '../../lib/money.ts';
import type { ScoringTime } from '../reviews/policy.ts';
import { type CardPoints, type RankedCriterion, type Score, type ScoringRules, scoreOf } from './scores.ts';

/** Everything a ranking follows from; whoever has these has the ranking. No names: applications go by their numbers, cards by their points. */
export interface RankingInputs {
  readonly rules: ScoringRules;
  readonly criteria: readonly RankedCriterion[];
  /** The cards that count, in whatever order. */
  readonly applications: readonly { readonly number: number; readonly cards: readonly CardPoints[] }[];
  /** The chair's word on equals that no criterion parts: numbers of applications, the higher first. */
  readonly chairOrder: readonly number[];
}

export interface RankedRow extends Omit<Score, 'criteriaHundredths'> {
  readonly number: number;
  readonly place: number;
  readonly hasQuorum: boolean;
  /** What parted the row from an equal result: a criterion's code, `chair_decided`, `chair_decides` (its word is missing), or ''. */
  readonly tieNote: string;
  /** The same for rows that no criterion parts. */
  readonly equality: string;
}

/** Whether an application may be chosen at all: the threshold and every minimum are met. */
export function qualifies(row: Pick<RankedRow, 'meetsThreshold' | 'missedMinimums'>): boolean {
  return row.meetsThreshold && row.missedMinimums.length === 0;
}

/**
 * The order of the applications by the rules of the call: those that qualify first, then the rest, each by points. Equals without the chair's word stand
 * in the order of filing.
 */
export function rank(inputs: RankingInputs): RankedRow[] {
  const { rules, criteria, applications, chairOrder } = inputs;
  const most = mostCards(inputs);
  const ties = criteria
    .map(({ code, tieOrder }, at) => ({ code, tieOrder, at }))
    .filter(({ tieOrder }) => tieOrder !== null)
    .sort((a, b) => Number(a.tieOrder) - Number(b.tieOrder));
  const ordered = applications
    .map(({ number, cards }): Outcome => {
      const { criteriaHundredths, ...score } = scoreOf(rules, criteria, cards, most);
      const parts = ties.map(({ code, at }) => ({ code, hundredths: criteriaHundredths[at] ?? 0 }));
      return { number, score, parts, word: chairOrder.indexOf(number) };
    })
    .sort((a, b) => byResult(a, b) || byCriteria(a, b) || byWord(a, b) || a.number - b.number);
  return ordered.map((outcome, index) => ({
    number: outcome.number,
    place: index + 1,
    ...outcome.score,
    hasQuorum: outcome.score.cards >= rules.quorum,
    tieNote: strongest([ordered[index - 1], ordered[index + 1]].map((next) => (next ? partedBy(outcome, next) : ''))),
    equality: [
      qualifies(outcome.score),
      outcome.score.totalHundredths,
      ...outcome.parts.map(({ hundredths }) => hundredths),
    ].join(' '),
  }));
}

/** The most cards an application of the call has. */
export function mostCards({ applications }: Pick<RankingInputs, 'applications'>): number {
  return applications.reduce((most, { cards }) => Math.max(most, cards.length), 0);
}

interface Outcome {
  readonly number: number;
  readonly score: Omit<Score, 'criteriaHundredths'>;
  readonly parts: readonly { readonly code: string; readonly hundredths: number }[];
  readonly word: number;
}

function byResult(a: Outcome, b: Outcome): number {
  return Number(qualifies(b.score)) - Number(qualifies(a.score)) || b.score.totalHundredths - a.score.totalHundredths;
}

function byCriteria(a: Outcome, b: Outcome): number {
  const index = partingIndex(a, b);
  return index === -1 ? 0 : partOf(b, index) - partOf(a, index);
}

function byWord(a: Outcome, b: Outcome): number {
  return a.word === -1 || b.word === -1 ? 0 : a.word - b.word;
}

function partedBy(a: Outcome, b: Outcome): string {
  if (byResult(a, b) !== 0) return '';
  const parting = a.parts[partingIndex(a, b)];
  if (parting !== undefined) return parting.code;
  return byWord(a, b) === 0 ? 'chair_decides' : 'chair_decided';
}

function partingIndex(a: Outcome, b: Outcome): number {
  return a.parts.findIndex((part, index) => part.hundredths !== partOf(b, index));
}

function partOf(outcome: Outcome, index: number): number {
  return outcome.parts[index]?.hundredths ?? 0;
}

function strongest(notes: readonly string[]): string {
  return (
    ['chair_decides', 'chair_decided'].find((note) => notes.includes(note)) ?? notes.find((note) => note !== '') ?? ''
  );
}

/** Applications whose order only the chair's word can settle, group by group, by their numbers in their present order. */
export function undecidedTies(rows: readonly RankedRow[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const { equality, number } of rows.filter(({ tieNote }) => tieNote === 'chair_decides')) {
    groups.set(equality, [...(groups.get(equality) ?? []), number]);
  }
  return [...groups.values()];
}

/** Whether sums of unequal numbers of cards stand beside each other, which the rules of the call leave open. */
export function hasUnevenSums({ rules, applications }: RankingInputs): boolean {
  const counts = new Set(applications.map(({ cards }) => cards.length));
  return rules.method === 'sum' && rules.unevenCards === 'refused' && counts.size > 1;
}

export interface PoolLine {
  /** How many rows from the top the pool pays for in full, one after another. */
  readonly funded: number;
  readonly left: Grosze;
  /** By row, the sum wanted down to it; null where it does not qualify. */
  readonly running: readonly (Grosze | null)[];
}

/** Where the pool ends in rows that stand in the order of their places; `wanted` is the jury's amount or else the requested one. */
export function drawPoolLine(
  rows: readonly { readonly wanted: Grosze; readonly qualifies: boolean }[],
  pool: Grosze,
): PoolLine {
  let sum = 0;
  const running = rows.map(({ wanted, qualifies: isIn }) => {
    sum += wanted;
    return isIn ? grosze(sum) : null;
  });
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
  // Before the draw of a call that draws its jurors nobody has a card to send.
  if (!applications.some(({ possible }) => possible > 0)) return false;
  if (applications.every(({ sent, possible }) => sent >= possible)) return true;
  return !hasEnd && applications.every(({ sent }) => sent >= quorum);
}
