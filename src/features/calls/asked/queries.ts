import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { askedQuestions } from '../../../db/schema/calls.ts';

export type AskedQuestion = typeof askedQuestions.$inferSelect;
export type QuestionOutcome = NonNullable<AskedQuestion['outcome']>;

export interface PublishedAnswer {
  readonly id: number;
  readonly question: string;
  readonly answer: string;
}

/** What everybody reads: the question as staff worded it and its answer, without who asked; in the order of answering. */
export function readPublished(reader: Reader, callId: number): PublishedAnswer[] {
  return reader.all(sql`select id, public_question as question, answer from asked_questions
    where call_id = ${callId} and outcome = 'published' order by answered_at, id`);
}

/** All that was asked in a call, with its askers: for staff. Those that wait come first. */
export function readAsked(reader: Reader, callId: number): AskedQuestion[] {
  return list(reader, sql`q.call_id = ${callId} order by q.outcome is not null, q.id`);
}

export function readQuestion(reader: Reader, callId: number, questionId: number): AskedQuestion | undefined {
  return list(reader, sql`q.id = ${questionId} and q.call_id = ${callId}`)[0];
}

function list(reader: Reader, which: SQL): AskedQuestion[] {
  return reader.all(sql`select q.id, q.call_id as callId, q.question, q.asker_name as askerName, q.asker_email as askerEmail, q.asked_at as askedAt,
    q.outcome, q.public_question as publicQuestion, q.answer, q.answered_at as answeredAt, q.answered_by as answeredBy, q.version
    from asked_questions q where ${which}`);
}
