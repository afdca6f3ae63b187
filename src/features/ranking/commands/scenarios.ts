import { and, eq, sql } from 'drizzle-orm';
import { rankingScenarios } from '../../../db/schema/ranking.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readCall } from '../../calls/queries.ts';
import { mayKeepScenarios } from '../access.ts';
import type { Scenario } from '../scenario.ts';

export const mostScenarios = 12;

/** Keeps a trial under a name, a later one of the same name in its place. Refuses `absent`, `too_many_scenarios` (facts most). */
export function keepScenario(
  deps: Deps,
  actor: Actor,
  { callId, name, ...scenario }: { callId: number; name: string } & Scenario,
): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (actor.kind !== 'person' || call === undefined || !mayKeepScenarios(tx, actor, call, deps.clock.now()))
      return refused('absent');
    const count = tx.get<{ count: number }>(
      sql`select count(*) as count from ranking_scenarios where call_id = ${callId} and name <> ${name}`,
    )?.count;
    if ((count ?? 0) >= mostScenarios) return refused('too_many_scenarios', { facts: { most: mostScenarios } });
    const values = {
      ...{ poolGrosze: scenario.pool, thresholdPercent: scenario.thresholdPercent, capGrosze: scenario.cap },
      ...{ skips: scenario.skips ? 1 : 0, keptAt: deps.clock.now(), keptBy: actor.personId },
    };
    tx.orm
      .insert(rankingScenarios)
      .values({ callId, name, ...values })
      .onConflictDoUpdate({ target: [rankingScenarios.callId, rankingScenarios.name], set: values })
      .run();
    record(tx, deps, actor, { what: 'ranking.scenario_kept', subject: { kind: 'call', id: callId }, callId });
    return done();
  });
}

/** Takes a trial away. Refuses `absent`. */
export function dropScenario(deps: Deps, actor: Actor, callId: number, scenarioId: number): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || !mayKeepScenarios(tx, actor, call, deps.clock.now())) return refused('absent');
    const { changes } = tx.orm
      .delete(rankingScenarios)
      .where(and(eq(rankingScenarios.id, scenarioId), eq(rankingScenarios.callId, callId)))
      .run();
    if (changes === 0) return refused('absent');
    record(tx, deps, actor, { what: 'ranking.scenario_dropped', subject: { kind: 'call', id: callId }, callId });
    return done();
  });
}
