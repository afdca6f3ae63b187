import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { readFormVersion } from '../../calls/call-texts.ts';
import { formChanges } from '../../calls/form/queries.ts';
import { type FormDefinition, languageOf, type Question, questionsOf } from '../../calls/form/questions.ts';
import { changesText } from '../../calls/form/texts.ts';
import { answerWords } from '../../calls/form/words.ts';
import type { Draft } from '../drafts.ts';
import { applicationPaths } from '../paths.ts';

/** What the library changed in the form since this draft began, and the way over; null where the draft has the newest. */
export function formChangeOf(reader: Reader, draft: Draft, form: FormDefinition) {
  const newest = readFormVersion(reader, draft.callId);
  if (newest.id === draft.formTextId) return null;
  return { changes: changesText(formChanges(form, newest.content)), action: applicationPaths.newFormOf(draft.id) };
}

/** Answers to questions that the draft's form no longer asks: kept, shown, not sent. */
export function leftAnswers(reader: Reader, draft: Draft, form: FormDefinition) {
  const asked = new Set(questionsOf(form).map(({ code }) => code));
  const left = Object.entries(draft.answers).filter(([code, text]) => text !== '' && !asked.has(code));
  if (left.length === 0) return [];
  const earlier = earlierQuestions(reader, draft.callId);
  return left.flatMap(([code, text]) => {
    const question = earlier.get(code);
    if (question === undefined) return [];
    return [{ label: question.label, text: answerWords(question, text), lang: languageOf(question) ?? '' }];
  });
}

/** By code, as each was asked last. */
function earlierQuestions(reader: Reader, callId: number): Map<string, Question> {
  const rows = reader.all<{ content: string }>(
    sql`select content from call_texts where call_id = ${callId} and kind = 'form' order by number`,
  );
  const questions = rows.flatMap(({ content }) => questionsOf(JSON.parse(content) as FormDefinition));
  return new Map(questions.map((question) => [question.code, question]));
}
