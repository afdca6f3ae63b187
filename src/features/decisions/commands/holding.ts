import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readCall } from '../../calls/queries.ts';
import { type Decision, faultsOf, type PoolRules } from '../policy.ts';
import { rankedIn } from '../queries.ts';
import { sayFault, sayFaults } from '../texts.ts';

export function poolRules(reader: Reader, callId: number): PoolRules {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  return { pool: call.poolGrosze, least: call.minGrosze };
}

/**
 * Whether the decisions may go a step further today. Refuses `withdrawn_meanwhile` when one of them is about an application
 * that no longer stands, and `set_has_faults` with a sentence for each: at its place in the form (`rows.2.reason`), or all
 * about the whole where there is no form.
 */
export function checkHolding(
  reader: Reader,
  actor: Actor,
  callId: number,
  given: readonly Decision[],
  form: 'in_form' | 'no_form',
): Result {
  const ranked = rankedIn(reader, actor, callId);
  const standing = new Set(ranked.map(({ applicationId }) => applicationId));
  if (given.some(({ applicationId }) => !standing.has(applicationId))) return refused('withdrawn_meanwhile');
  const faults = faultsOf(ranked, given, poolRules(reader, callId));
  if (faults.length === 0) return done();
  const said = faults.map((fault) => sayFault(fault, ranked)).join(' ');
  return refused('set_has_faults', { fields: form === 'in_form' ? sayFaults(faults, ranked) : { '': said } });
}
