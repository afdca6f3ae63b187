import { type Grosze, grosze } from '../../lib/money.ts';
import type { InitiativeState } from '../initiatives/lifecycle.ts';

/** What closes an initiative to the grosz: agreed, paid from the grant, added from own contribution, left over. */
export interface SettlementSums {
  readonly agreed: Grosze;
  readonly spent: Grosze;
  readonly own: Grosze;
  readonly unused: Grosze;
}

export function sumsOf(input: {
  readonly agreed: Grosze;
  readonly spent: Grosze;
  readonly own: Grosze;
}): SettlementSums {
  return { ...input, unused: grosze(input.agreed - input.spent) };
}

export interface OpenDocument {
  readonly id: number;
  readonly state: 'draft' | 'booked' | 'controlled' | 'approved';
}

/** Why an initiative cannot be settled yet; nothing when it can. Only what is paid is settled, so every document must be. */
export function blockersOf(facts: {
  readonly state: InitiativeState;
  readonly open: readonly OpenDocument[];
}): ('not_in_realisation' | 'documents_open')[] {
  return [
    ...(facts.state === 'realisation' ? [] : (['not_in_realisation'] as const)),
    ...(facts.open.length === 0 ? [] : (['documents_open'] as const)),
  ];
}
