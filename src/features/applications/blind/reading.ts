import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type FormDefinition, questionsOf } from '../../calls/form/questions.ts';
import { tellsWho } from '../../calls/form/telling.ts';
import { isBlind } from '../access.ts';
import { readSubmitted, type Submitted } from '../content.ts';
import { withoutNames } from './content.ts';

/** What was sent, as the jury may know it: without names in a call judged so, until its ranking is adopted. */
export function readForJury(reader: Reader, applicationId: number): Submitted | undefined {
  const sent = readSubmitted(reader, applicationId);
  if (sent === undefined || !isJudgedBlind(reader, applicationId)) return sent;
  return { ...sent, content: withoutNames(sent.content, tellingCodes(reader, sent.callId)) };
}

/** Whether the jury may not know yet who sent this application. */
export function isJudgedBlind(reader: Reader, applicationId: number): boolean {
  return reader.get(sql`select 1 from applications a where a.id = ${applicationId} and ${isBlind}`) !== undefined;
}

/** Codes of the questions whose answers tell who applies: what the newest published form that asks each of them says. */
export function tellingCodes(reader: Reader, callId: number): Set<string> {
  const forms = reader.all<{ content: string }>(
    sql`select content from call_texts where call_id = ${callId} and kind = 'form' order by number`,
  );
  // Later versions stand over earlier ones; a question taken out keeps what was last said of it.
  const said = new Map(
    forms
      .flatMap(({ content }) => questionsOf(JSON.parse(content) as FormDefinition))
      .map((question) => [question.code, tellsWho(question)]),
  );
  return new Set([...said].flatMap(([code, tells]) => (tells ? [code] : [])));
}
