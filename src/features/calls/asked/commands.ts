import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { askedQuestions } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { normaliseEmail } from '../../../lib/identifiers.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { maySpeakFrom } from '../../accounts/throttle.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { rulesSubject, settingsRights } from '../access.ts';
import { placeOf, readAskableCall } from '../public/announced.ts';
import { type Call, readCall } from '../queries.ts';
import { askedLetters } from './letters.ts';
import { askedPaths } from './paths.ts';
import { type AskedQuestion, type QuestionOutcome, readQuestion } from './queries.ts';

export interface Question {
  readonly callId: number;
  readonly question: string;
  /** '' when the asker did not say. */
  readonly name: string;
  readonly email: string;
  /** Of a field that nobody sees; a program fills it. */
  readonly trap: string;
  /** `visit.network` */
  readonly network: string;
}

/** Anybody asks about an announced call. Refuses 'absent', 'looks_automatic', 'call_over', 'too_many_words'. */
export function askQuestion(deps: Deps, actor: Actor, asked: Question): Result {
  return deps.db.write((tx) => {
    const call = readAskableCall(tx, actor, asked.callId);
    if (call === undefined) return refused('absent');
    if (asked.trap !== '') return refused('looks_automatic');
    if (placeOf(call, deps.clock.now()) === 'over') return refused('call_over');
    if (!maySpeakFrom(tx, deps, asked.network)) return refused('too_many_words');
    const { id } = tx.orm
      .insert(askedQuestions)
      .values({
        callId: call.id,
        question: asked.question,
        askerName: asked.name,
        askerEmail: asked.email === '' ? '' : normaliseEmail(asked.email),
        askedAt: deps.clock.now(),
      })
      .returning({ id: askedQuestions.id })
      .get();
    record(tx, deps, actor, {
      what: 'question.asked',
      subject: rulesSubject(call.id),
      callId: call.id,
      facts: { question: id },
    });
    return done();
  });
}

export interface Answer {
  readonly callId: number;
  readonly questionId: number;
  readonly version: number;
  readonly outcome: QuestionOutcome;
  readonly publicQuestion: string;
  readonly answer: string;
}

/**
 * The coordinator answers, in public or to the asker alone, or sets the question aside. A published answer may be corrected, never hidden; the letter
 * goes once. Refuses 'absent', 'edited_meanwhile', 'already_published', 'answer_missing', 'public_question_missing', 'no_address'.
 */
export function answerQuestion(deps: Deps, actor: Actor, given: Answer): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, given.callId);
    const question = readQuestion(tx, given.callId, given.questionId);
    if (actor.kind !== 'person' || call === undefined || question === undefined) return refused('absent');
    if (!settingsRights(actor, call.id).mayChange) return refused('absent');
    if (question.version !== given.version) return refused('edited_meanwhile');
    const possible = checkAnswer(question, given);
    if (!possible.ok) return possible;
    tx.orm
      .update(askedQuestions)
      .set({
        outcome: given.outcome,
        publicQuestion: given.publicQuestion,
        answer: given.answer,
        answeredAt: question.answeredAt ?? deps.clock.now(),
        answeredBy: actor.personId,
        version: question.version + 1,
      })
      .where(eq(askedQuestions.id, question.id))
      .run();
    record(tx, deps, actor, {
      what: 'question.answered',
      subject: rulesSubject(call.id),
      callId: call.id,
      facts: { question: question.id, outcome: given.outcome },
      text: given.answer,
    });
    if (given.outcome !== 'set_aside' && question.askerEmail !== '') tellAsker(tx, deps, call, question, given.answer);
    return done();
  });
}

function checkAnswer(question: AskedQuestion, given: Answer): Result {
  if (question.outcome === 'published' && given.outcome !== 'published') return refused('already_published');
  if (given.outcome === 'set_aside') return done();
  if (given.answer === '') return refused('answer_missing', { field: 'answer' });
  if (given.outcome === 'published' && given.publicQuestion === '')
    return refused('public_question_missing', { field: 'publicQuestion' });
  if (given.outcome === 'answered' && question.askerEmail === '') return refused('no_address', { field: 'outcome' });
  return done();
}

function tellAsker(tx: Tx, deps: Deps, call: Call, question: AskedQuestion, answer: string): void {
  const organisation = readOrganisation(tx);
  writeLetter(tx, deps, askedLetters.question_answered, {
    to: { personId: null, name: question.askerName, address: question.askerEmail },
    about: rulesSubject(call.id),
    uniqueKey: `question_answered:${question.id}`,
    fields: {
      callTitle: call.title,
      question: question.question,
      answer,
      address: deps.publicUrl + askedPaths.askOf(call.id),
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
    },
  });
}
