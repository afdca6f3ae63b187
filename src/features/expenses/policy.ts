import { type Grosze, grosze, sum } from '../../lib/money.ts';
import { done, type Result, refused } from '../../lib/result.ts';

/** A part of a document: on one budget line (which carries task, category, year and source), for one initiative or none. */
export interface Part {
  readonly lineId: number;
  readonly initiativeId: number | null;
  readonly amount: Grosze;
}

export interface Split {
  readonly total: Grosze;
  /** Not paid from the project. */
  readonly outside: Grosze;
  readonly parts: readonly Pick<Part, 'amount'>[];
}

/** What of the document has no place yet; negative when the parts give out more than there is. */
export function leftToSplit({ total, outside, parts }: Split): Grosze {
  return grosze(total - outside - sum(parts.map((part) => part.amount)));
}

/** Parts and the part outside the project are the document, to the grosz. Refuses `parts_missing`, `split_short`, `split_over` (facts gap, total). */
export function checkSplit(split: Split): Result {
  if (split.parts.length === 0) return refused('parts_missing');
  const left = leftToSplit(split);
  if (left > 0) return refused('split_short', { facts: { gap: left, total: split.total } });
  return left < 0 ? refused('split_over', { facts: { gap: -left, total: split.total } }) : done();
}

/** What a line has for a document: what is left on it, and what each initiative's own agreement still holds there. */
export interface LineRoom {
  readonly lineId: number;
  readonly label: string;
  readonly left: Grosze;
  readonly held: ReadonlyMap<number, Grosze>;
}

/**
 * No line is spent above its plan, and nobody's commitment is used by somebody else's document: what an initiative's own
 * agreement does not cover comes from what is left on the line. Refuses `line_overdrawn` (facts line, left, wanted: of what
 * is free, and over).
 */
export function checkLines(parts: readonly Part[], rooms: readonly LineRoom[]): Result {
  for (const room of rooms) {
    const wanted = sum([...byInitiative(parts, room.lineId)].map(([id, amount]) => uncovered(amount, id, room)));
    const left = Math.max(0, room.left);
    if (wanted > left)
      return refused('line_overdrawn', { facts: { line: room.label, left, wanted, over: wanted - left } });
  }
  return done();
}

function byInitiative(parts: readonly Part[], lineId: number): Map<number | null, Grosze> {
  const totals = new Map<number | null, Grosze>();
  for (const { initiativeId, amount } of parts.filter((part) => part.lineId === lineId)) {
    totals.set(initiativeId, grosze((totals.get(initiativeId) ?? 0) + amount));
  }
  return totals;
}

function uncovered(amount: Grosze, initiativeId: number | null, room: LineRoom): Grosze {
  const held = initiativeId === null ? 0 : (room.held.get(initiativeId) ?? 0);
  return grosze(Math.max(0, amount - held));
}

/** What an initiative may still take from the grant: what was agreed less its booked documents. */
export interface InitiativeRoom {
  readonly code: string;
  readonly inRealisation: boolean;
  readonly wanted: Grosze;
  readonly left: Grosze;
}

/** Refuses `initiative_not_in_realisation` (facts initiative), `over_agreed` (facts initiative, left, wanted, over). */
export function checkInitiatives(rooms: readonly InitiativeRoom[]): Result {
  for (const { code, inRealisation, wanted, left } of rooms) {
    if (!inRealisation) return refused('initiative_not_in_realisation', { facts: { initiative: code } });
    if (wanted > left)
      return refused('over_agreed', { facts: { initiative: code, left, wanted, over: wanted - left } });
  }
  return done();
}

/** Two pairs of eyes: whoever controlled a document may not approve its payment. Refuses `same_person` (facts name). */
export function mayApprove(controller: { readonly id: number; readonly name: string }, approverId: number): Result {
  return controller.id === approverId ? refused('same_person', { facts: { name: controller.name } }) : done();
}

/** Refuses `overpaid` (facts left, over). Returns whether the document is then paid in full. */
export function checkPayment(
  document: { readonly total: Grosze; readonly paid: Grosze },
  amount: Grosze,
): Result<boolean> {
  const left = document.total - document.paid;
  if (amount > left) return refused('overpaid', { facts: { left, over: amount - left } });
  return done(amount === left);
}
