import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Grosze } from '../../lib/money.ts';
import { visibleTo as initiativeVisibleTo } from '../initiatives/access.ts';
import type { InitiativeState } from '../initiatives/lifecycle.ts';

export interface InitiativeChoice {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly state: InitiativeState;
}

/** Initiatives a document may still be for, as the actor sees them. */
export function initiativeChoices(reader: Reader, actor: Actor): InitiativeChoice[] {
  return reader.all<InitiativeChoice>(sql`
    select i.id, i.code, i.title, i.state from initiatives i
    where i.state in ('negotiation', 'agreed', 'realisation') and i.call_id in (select id from real_calls) and ${initiativeVisibleTo(actor)} order by i.state <> 'realisation', i.code`);
}

/** The agreed plan of an initiative by budget line, and what documents that are booked have used of it. */
export interface PlanRoom {
  readonly lineId: number;
  readonly agreed: Grosze;
  readonly used: Grosze;
}

export function planRooms(reader: Reader, initiativeId: number): PlanRoom[] {
  return reader.all<PlanRoom>(sql`
    select l.budget_line_id as lineId, sum(l.amount_grosze) as agreed,
      coalesce((select sum(p.amount_grosze) from expense_parts p join expenses e on e.id = p.expense_id
        where p.initiative_id = ${initiativeId} and p.line_id = l.budget_line_id and e.state in ('booked', 'controlled', 'approved', 'paid')), 0) as used
    from plan_lines l join plans n on n.id = l.plan_id
    where n.initiative_id = ${initiativeId} and n.kind = 'agreed' group by l.budget_line_id order by min(l.position)`);
}

/** The line of the plan the whole sum is suggested for: the first with room enough, else the one with most room. Null without a plan. */
export function suggestedLine(rooms: readonly PlanRoom[], total: Grosze): number | null {
  const left = ({ agreed, used }: PlanRoom) => agreed - used;
  const roomy = rooms.find((room) => left(room) >= total);
  return (roomy ?? [...rooms].sort((a, b) => left(b) - left(a))[0])?.lineId ?? null;
}
