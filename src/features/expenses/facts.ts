import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { type Day, warsawDay } from '../../lib/days.ts';
import { type Grosze, grosze } from '../../lib/money.ts';
import { foldText } from '../../lib/polish.ts';
import { readStages } from '../calls/queries.ts';
import { stageOf } from '../calls/stages.ts';
import { readProject } from '../project/queries.ts';
import { visibleTo } from './access.ts';
import { planRooms } from './choices.ts';
import { type DocumentFacts, type Finding, findingsOn, type InitiativeFacts } from './eligibility.ts';
import type { Expense, ShownPart } from './queries.ts';
import { documentLabel, lineWords } from './texts.ts';

/** The lights of a document as it stands; of documents closed to the actor nothing is told. */
export function readFindings(reader: Reader, actor: Actor, expense: Expense): Finding[] {
  const { startsOn, endsOn, paymentsUntilOn } = readProject(reader);
  const facts: DocumentFacts = {
    kind: expense.kind,
    issuedOn: expense.issuedOn,
    sellerNip: expense.sellerNip,
    hasScan: expense.fileId !== null,
    project: { startsOn, endsOn, paymentsUntilOn },
    initiatives: initiativesIn(expense).map((id) => initiativeFacts(reader, expense, id)),
    similar: similarTo(reader, actor, expense),
    lineYears: [...new Set(expense.parts.map((part) => part.year))],
    paidOn: expense.payments.map((payment) => payment.paidOn),
  };
  return findingsOn(facts);
}

export function initiativesIn(expense: Pick<Expense, 'parts'>): number[] {
  return [...new Set(expense.parts.flatMap(({ initiativeId }) => (initiativeId === null ? [] : [initiativeId])))];
}

function initiativeFacts(reader: Reader, expense: Expense, initiativeId: number): InitiativeFacts {
  const about = reader.get<{ code: string; callId: number; signedOn: Day | null }>(sql`
    select i.code, i.call_id as callId, a.signed_on as signedOn from initiatives i
    left join agreements a on a.initiative_id = i.id and a.state = 'signed' where i.id = ${initiativeId}`);
  if (about === undefined) throw new Error(`There is no initiative ${initiativeId}`);
  const stages = readStages(reader, about.callId);
  const realisation = stageOf(stages, 'realisation');
  return {
    code: about.code,
    firstOn: dayOf(realisation?.startsAt),
    lastOn: dayOf(realisation?.endsAt),
    lastBillOn: dayOf(stageOf(stages, 'last_contract_bill')?.endsAt),
    signedOn: about.signedOn,
    lines: grantLines(reader, expense, initiativeId),
  };
}

function dayOf(moment: Parameters<typeof warsawDay>[0] | null | undefined): Day | null {
  return moment == null ? null : warsawDay(moment);
}

/** Lines of the grant used for the initiative, against its plan; of a booked document its own parts are not counted as used. */
function grantLines(reader: Reader, expense: Expense, initiativeId: number): InitiativeFacts['lines'] {
  const rooms = new Map(planRooms(reader, initiativeId).map((room) => [room.lineId, room]));
  const own = expense.parts.filter((part) => part.initiativeId === initiativeId && part.source === 'grant');
  return [...byLine(own)].map(([lineId, { part, wanted }]) => {
    const room = rooms.get(lineId);
    const counted = expense.state === 'draft' ? 0 : wanted;
    return {
      label: lineWords(part),
      wanted,
      agreed: grosze(room?.agreed ?? 0),
      used: grosze(Math.max(0, (room?.used ?? 0) - counted)),
    };
  });
}

function byLine(parts: readonly ShownPart[]): Map<number, { part: ShownPart; wanted: Grosze }> {
  const lines = new Map<number, { part: ShownPart; wanted: Grosze }>();
  for (const part of parts) {
    lines.set(part.lineId, { part, wanted: grosze((lines.get(part.lineId)?.wanted ?? 0) + part.amount) });
  }
  return lines;
}

/** Same seller and sum, and the same day or the same number however it is spaced or cased. */
function similarTo(reader: Reader, actor: Actor, expense: Expense): DocumentFacts['similar'] {
  const rows = reader.all<Pick<Expense, 'id' | 'kind' | 'number' | 'sellerName' | 'sellerNip' | 'issuedOn'>>(sql`
    select e.id, e.kind, e.number, e.seller_name as sellerName, e.seller_nip as sellerNip, e.issued_on as issuedOn from expenses e
    where e.project_id = ${expense.projectId} and e.id <> ${expense.id} and e.state <> 'discarded' and e.total_grosze = ${expense.totalGrosze}
      and ${visibleTo(actor)} order by e.id`);
  const bare = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
  const sameSeller = (row: (typeof rows)[number]) =>
    row.sellerNip !== '' && expense.sellerNip !== ''
      ? row.sellerNip === expense.sellerNip
      : bare(row.sellerName) === bare(expense.sellerName);
  return rows
    .filter(
      (row) => sameSeller(row) && (row.issuedOn === expense.issuedOn || bare(row.number) === bare(expense.number)),
    )
    .map((row) => ({ id: row.id, label: documentLabel(row) }));
}
