import { done, type Result, refused } from '../../../lib/result.ts';
import type { FormalCard } from '../card.ts';

export interface SecondFacts {
  readonly card: Pick<FormalCard, 'revision' | 'versionId' | 'decidedAt' | 'decidedBy' | 'signedAt' | 'signedById'>;
  /** The version of the application in force. */
  readonly versionId: number;
  /** The call asks for two signatures now. */
  readonly isOn: boolean;
  /** The accounts of whoever wants to sign: her own and those merged into it. */
  readonly personIds: readonly number[];
  /** Of the card that was looked at. */
  readonly revision: number;
}

/**
 * Whether the card may be approved or sent back by this person. Where the call no longer asks for two signatures, the first may settle it too. Refuses
 * 'second_signed' (fact by), 'second_returned', 'edited_meanwhile', 'same_person'.
 */
export function maySignSecond({ card, isOn, personIds, revision }: SecondFacts): Result {
  if (card.decidedAt !== null) return refused('second_signed', { facts: { by: card.decidedBy ?? '' } });
  if (card.signedAt === null) return refused('second_returned');
  if (card.revision !== revision) return refused('edited_meanwhile');
  return isOn && isSigner(card, personIds) ? refused('same_person') : done();
}

/** Approving is of what was read: refuses as `maySignSecond`, and 'version_changed' once the group sent another version. */
export function mayApprove(facts: SecondFacts): Result {
  const may = maySignSecond(facts);
  return may.ok && facts.card.versionId !== facts.versionId ? refused('version_changed') : may;
}

export function isSigner({ signedById }: Pick<FormalCard, 'signedById'>, personIds: readonly number[]): boolean {
  return signedById !== null && personIds.includes(signedById);
}
