import type { Tx } from '../../db/connection.ts';
import { settlements } from '../../db/schema/settlements.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import { type Actor, personIdOf } from '../../lib/actor.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { askForDocument, hasFinal } from '../../pdf/register.ts';
import { releaseCommitments } from '../budgets/commands/entries.ts';
import { markSettled } from '../initiatives/commands/life.ts';
import { type Initiative, visibleInitiative } from '../initiatives/queries.ts';
import type { SettlementSums } from './policy.ts';
import { type Settlement, settlementOf } from './queries.ts';
import { releaseReason, settlementTitle } from './texts.ts';

export interface Closing {
  readonly initiativeId: number;
  readonly note: string;
  /** The figures the person saw; others now mean that somebody paid or booked meanwhile. */
  readonly seen?: Pick<SettlementSums, 'spent' | 'own'> | undefined;
}

/**
 * Closes an initiative to the grosz: figures frozen, the unused commitment back in the line, a printed settlement asked for.
 * Returns the settlement's id. Refuses `not_in_realisation`, `documents_open`, `figures_changed`, `absent`.
 */
export function settleInitiative(deps: Deps, actor: Actor, { initiativeId, note, seen }: Closing): Result<number> {
  return deps.db.write((tx) => {
    const preview = visibleInitiative(tx, actor, initiativeId) && settlementOf(tx, initiativeId);
    if (preview === undefined) return refused('absent');
    const [blocker] = preview.blockers;
    if (blocker !== undefined) return refused(blocker);
    const { initiative, sums } = preview;
    if (seen !== undefined && (seen.spent !== sums.spent || seen.own !== sums.own)) return refused('figures_changed');
    const id = insert(tx, deps, actor, { initiativeId, sums, note });
    releaseCommitments(tx, deps, actor, { initiativeId, reason: releaseReason(initiative.code) });
    const settled = markSettled(tx, deps, actor, initiativeId);
    if (!settled.ok) return settled;
    record(tx, deps, actor, {
      what: 'settlement.made',
      subject: { kind: 'settlement', id },
      callId: initiative.callId,
      facts: { initiative: initiativeId, ...sums },
      text: note,
    });
    ask(tx, deps, actor, id, initiative);
    return done(id);
  });
}

function insert(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { initiativeId, sums, note }: { initiativeId: number; sums: SettlementSums; note: string },
): number {
  const settledBy = personIdOf(actor);
  if (settledBy === null) throw new Error('A person settles');
  const { agreed, spent, own, unused } = sums;
  const figures = { agreedGrosze: agreed, spentGrosze: spent, ownGrosze: own, unusedGrosze: unused };
  return tx.orm
    .insert(settlements)
    .values({ initiativeId, ...figures, note, settledAt: deps.clock.now(), settledBy })
    .returning({ id: settlements.id })
    .get().id;
}

function ask(tx: Tx, deps: Deps, actor: Actor, settlementId: number, initiative: Initiative): void {
  askForDocument(
    tx,
    deps.clock,
    actor,
    'settlement',
    { kind: 'settlement', id: settlementId },
    settlementTitle(initiative.code),
  );
}

/** Asks for the printed settlement once more, should the first not have been made. Refuses `document_final`. */
export function askForPrint(deps: Deps, actor: Actor, settlement: Settlement, initiative: Initiative): Result {
  return deps.db.write((tx) => {
    if (hasFinal(tx, 'settlement', { kind: 'settlement', id: settlement.id })) return refused('document_final');
    ask(tx, deps, actor, settlement.id, initiative);
    return done();
  });
}
