import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasRole } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { dutyKinds } from './duty-kinds.ts';
import { dutyTexts } from './texts.ts';

export interface Duty {
  readonly text: string;
  readonly href: string;
}

/** What waits for this person now, by each role held; empty when nothing does. */
export function dutiesOf(reader: Reader, actor: Actor & { kind: 'person' }, now: Instant, callId = 0): Duty[] {
  const open = dutyKinds.filter(({ of, needs }) => of === 'own' || hasRole(actor, of, needs ? null : callId));
  // What waits for either of two roles waits once for whoever holds both.
  const held = open.filter(({ name }, index) => open.findIndex((one) => one.name === name) === index);
  const columns = held.map(
    ({ count }, index) => sql`(${count({ actor, callId, now })}) as ${sql.identifier(`n${index}`)}`,
  );
  const counts = reader.get<Record<string, number>>(sql`select ${sql.join([...columns, sql`1`], sql`, `)}`) ?? {};
  return held.flatMap(({ name, href }, index) => {
    const waiting = counts[`n${index}`] ?? 0;
    if (waiting === 0) return [];
    return [{ text: dutyTexts[name](waiting), href: typeof href === 'string' ? href : href(callId) }];
  });
}
