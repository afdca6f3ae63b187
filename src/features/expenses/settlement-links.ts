import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { seesSettlement } from '../initiatives/access.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import { visibleInitiative } from '../initiatives/queries.ts';
import type { Expense } from './queries.ts';

interface Link {
  readonly code: string;
  readonly href: string;
}

/** From a paid document on to the settlements of its initiatives. */
export function settlementsOf(reader: Reader, actor: Actor, { state, parts }: Expense): Link[] {
  if (state !== 'paid') return [];
  const ids = new Set(parts.flatMap(({ initiativeId }) => (initiativeId === null ? [] : [initiativeId])));
  return [...ids].flatMap((id) => settlementOf(reader, actor, id) ?? []);
}

/** The settlement of one initiative, for whoever may open it. */
export function settlementOf(reader: Reader, actor: Actor, initiativeId: number): Link | undefined {
  const initiative = visibleInitiative(reader, actor, initiativeId);
  if (initiative === undefined || !seesSettlement(actor, initiative.state)) return undefined;
  return { code: initiative.code, href: initiativePaths.settlementOf(initiativeId) };
}
