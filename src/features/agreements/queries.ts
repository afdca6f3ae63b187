import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { agreements } from '../../db/schema/agreements.ts';
import type { Grosze } from '../../lib/money.ts';
import { leftOnLine, lineChoices } from '../budgets/queries.ts';
import { byBudgetLine } from '../initiatives/policy.ts';
import { planLines, reservedByLine } from '../initiatives/queries.ts';

export type Agreement = Readonly<typeof agreements.$inferSelect>;

export function agreementOf(reader: Reader, initiativeId: number): Agreement | undefined {
  return reader.get<Agreement>(sql`
    select id, initiative_id as initiativeId, number, state, content, fingerprint, document_id as documentId, confirmed_at as confirmedAt,
      confirmed_by as confirmedBy, issued_at as issuedAt, signed_on as signedOn, signed_file_id as signedFileId, signed_at as signedAt,
      created_at as createdAt, revision
    from agreements where initiative_id = ${initiativeId}`);
}

export interface FundsLine {
  readonly lineId: number;
  readonly label: string;
  readonly agreed: Grosze;
  readonly reserved: Grosze;
  /** Still free on the budget line, beside what is reserved here. */
  readonly left: Grosze;
}

/** What the accountant compares: the agreed plan, the reservation and the rest, budget line by budget line. */
export function fundsOf(reader: Reader, initiativeId: number, projectId: number): FundsLine[] {
  const labels = new Map(lineChoices(reader, projectId).map(({ id, label }) => [id, label]));
  const reserved = new Map(reservedByLine(reader, initiativeId).map(({ lineId, amount }) => [lineId, amount]));
  return byBudgetLine(planLines(reader, initiativeId, 'agreed')).map(({ lineId, amount }) => ({
    lineId,
    label: labels.get(lineId) ?? '',
    agreed: amount,
    reserved: reserved.get(lineId) ?? (0 as Grosze),
    left: leftOnLine(reader, lineId),
  }));
}
