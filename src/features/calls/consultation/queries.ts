import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { consultations, opinions } from '../../../db/schema/calls.ts';
import { filledFor } from '../call-texts.ts';
import type { LegalText, StoredLegal } from '../definitions.ts';

export type Consultation = typeof consultations.$inferSelect & {
  /** The version of the draft rules that was shown, whatever was written since. */
  readonly rules: { readonly number: number; readonly content: LegalText };
};
export type Opinion = typeof opinions.$inferSelect;
export type OpinionOutcome = NonNullable<Opinion['outcome']>;

export function readConsultation(reader: Reader, callId: number): Consultation | undefined {
  const row = reader.get<Omit<Consultation, 'rules'> & { number: number; content: string }>(sql`
    select k.call_id as callId, k.rules_text_id as rulesTextId, k.shared_at as sharedAt, k.shared_by as sharedBy, k.summary,
      k.published_at as publishedAt, k.published_by as publishedBy, k.version, t.number, t.content
    from consultations k join call_texts t on t.id = k.rules_text_id where k.call_id = ${callId}`);
  if (row === undefined) return undefined;
  const { number, content, ...consultation } = row;
  return { ...consultation, rules: { number, content: filledFor(reader, callId, JSON.parse(content) as StoredLegal) } };
}

/** Every opinion with its author: for staff. Those that wait for an answer come first. */
export function readOpinions(reader: Reader, callId: number): Opinion[] {
  return list(reader, sql`o.call_id = ${callId} order by o.outcome is not null, o.id`);
}

export function readOpinion(reader: Reader, callId: number, opinionId: number): Opinion | undefined {
  return list(reader, sql`o.id = ${opinionId} and o.call_id = ${callId}`)[0];
}

function list(reader: Reader, which: SQL): Opinion[] {
  return reader.all(sql`select o.id, o.call_id as callId, o.place, o.opinion, o.author_name as authorName, o.organisation, o.author_email as authorEmail,
    o.is_named as isNamed, o.given_at as givenAt, o.outcome, o.answer, o.answered_at as answeredAt, o.answered_by as answeredBy, o.version
    from opinions o where ${which}`);
}

/** An opinion as the summary has it. */
export interface PublicOpinion {
  readonly place: string;
  readonly opinion: string;
  /** '' unless the author agreed to be named. */
  readonly author: string;
  readonly outcome: Exclude<OpinionOutcome, 'set_aside'>;
  readonly answer: string;
}

/** What a published summary shows; empty before. Set aside is what was no opinion at all. Addresses are never read here. */
export function readPublicOpinions(reader: Reader, callId: number): PublicOpinion[] {
  return reader.all(sql`
    select o.place, o.opinion, case when o.is_named = 1 then trim(o.author_name || iif(o.author_name <> '' and o.organisation <> '', ', ', '') || o.organisation)
      else '' end as author, o.outcome, o.answer
    from opinions o join consultations k on k.call_id = o.call_id
    where o.call_id = ${callId} and k.published_at is not null and o.outcome is not null and o.outcome <> 'set_aside' order by o.id`);
}
