import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { noOrphans } from '../lib/polish.ts';
import type { Refusal } from '../lib/result.ts';
import { type Access, mayEnter } from './access.ts';
import { type Answer, redirect } from './answer.ts';
import { cleanBody, type FieldErrors, parseForm, type RawBody } from './form.ts';
import { type Gate, gateFor } from './gate.ts';
import { forgetKeptPost, keepPost } from './kept.ts';
import type { WebKit } from './kit.ts';
import {
  commonRefusals,
  otherFilesKept,
  signInFirst,
  staleFormText,
  troubleTexts,
  unfinishedFormText,
} from './messages.ts';
import { hashBody, openRepeats, returnOnce, settleOnce, takeOnce } from './once.ts';
import { sameText } from './secrets.ts';
import { ownerOfSession } from './session.ts';
import { readUpload } from './upload.ts';
import { Stop, type Visit, visitOf } from './visit.ts';

/** Polish sentences by refusal code. */
export type RefusalTexts = Readonly<Record<string, (facts: Readonly<Record<string, string | number>>) => string>>;

export interface Submission<Schema extends z.ZodType> {
  readonly form: Schema;
  /** What a refusal of the command says; codes missing here fall back on the common ones. */
  readonly refusals?: RefusalTexts;
  /** The page once more with what was typed; shown with 422 (409 when somebody edited meanwhile). */
  again(visit: Visit, errors: FieldErrors, raw: RawBody): Answer | Promise<Answer>;
  /** The command. A refusal shows the page again; a redirect is a success. */
  run(visit: Visit, input: z.output<Schema>, raw: RawBody): Answer | Refusal | Promise<Answer | Refusal>;
  /** False where a base revision guards against repeating (autosave). */
  readonly once?: false;
  /** Takes files (multipart), each up to this many bytes. */
  readonly fileLimitBytes?: number;
  /**
   * Keeps the files that came well while another one of the form was refused, so that they need not be sent again; for places where a repeated file makes
   * no double. True when any was kept: the page says so beside the refusal.
   */
  keepFiles?(visit: Visit, input: z.output<Schema>, raw: RawBody): boolean;
}

/** How features declare their routes: nothing can be declared without saying who may enter. */
export interface Web {
  page(path: string, access: Access, answer: (visit: Visit) => Answer | Promise<Answer>): void;
  submit<Schema extends z.ZodType>(path: string, access: Access, submission: Submission<Schema>): void;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

export function webOn(app: FastifyInstance, kit: WebKit): Web {
  const gate = gateFor(app, kit);
  const repeats = openRepeats(kit.clock);

  const page: Web['page'] = (path, access, answer) => {
    app.get(path, { config: { access } }, async (request, reply) => {
      const facts = gate.factsOf(request);
      return gate.replies.send(request, reply, facts.actor, await stopped(() => answer(visitOf(request, facts))));
    });
  };

  const submit: Web['submit'] = (path, access, submission) => {
    app.post(path, { config: { access } }, async (request, reply) => {
      const facts = gate.factsOf(request);
      const sent = gate.sentBy(request);
      const isWelcome = mayEnter(access, facts.actor);
      const upload =
        submission.fileLimitBytes !== undefined && request.isMultipart()
          ? await readUpload(request, isWelcome ? kit.files : undefined, submission.fileLimitBytes, sent)
          : undefined;
      const body = cleanBody(sent);
      if (!isWelcome)
        return facts.actor.kind === 'person'
          ? gate.replies.refused(request, reply, facts.actor, 'forbidden', body)
          : keepForLater(kit, gate, request, reply, body);
      const resend = { action: request.url, body };
      const once = submission.once === false ? undefined : String(sent['_once'] ?? '');
      // A form without a once-token is no page of ours either; taken as an empty one, it would be shared by everybody.
      if (once === '' || !sameText(String(sent['_csrf'] ?? ''), gate.replies.csrf(request, reply)))
        return gate.replies.trouble(request, reply, facts.actor, kit.staleForm ?? staleFormText, resend);

      const visit = visitOf(request, { ...facts, files: upload?.files ?? [] });
      if (once !== undefined) {
        const state = takeOnce(
          kit.db,
          kit.clock,
          once,
          hashBody(request.url, [body, visit.files.map((file) => [file.field, file.blob.sha256])]),
        );
        if (state.kind === 'repeated')
          return gate.replies.send(request, reply, facts.actor, repeats.find(once) ?? redirect(state.location));
        if (state.kind === 'unfinished')
          return gate.replies.trouble(request, reply, facts.actor, unfinishedFormText, resend);
        if (state.kind === 'sent_differently')
          return gate.replies.trouble(request, reply, facts.actor, troubleTexts.sent_differently, resend);
      }
      const answer = await doneOrReturned(kit, once, () => answerOf(submission, visit, body, upload?.errors ?? {}));
      if (answer.kind === 'redirect' && facts.keptToken !== undefined)
        forgetKeptPost(kit.db, facts.keptToken, request.url);
      if (once !== undefined && answer.kind === 'redirect') {
        settleOnce(kit.db, once, answer.to);
        repeats.keep(once, answer);
      }
      if (answer.kind === 'trouble') return gate.replies.refused(request, reply, facts.actor, answer.trouble, body);
      return gate.replies.send(request, reply, facts.actor, answer);
    });
  };
  return { page, submit };
}

/** Runs a command; unless it led somewhere, nothing was done and the form's token is given back. */
async function doneOrReturned(kit: WebKit, once: string | undefined, work: () => Promise<Answer>): Promise<Answer> {
  let answer: Answer | undefined;
  try {
    answer = await stopped(work);
    return answer;
  } finally {
    if (once !== undefined && answer?.kind !== 'redirect') returnOnce(kit.db, once);
  }
}

/** A page or command may end a visit early by throwing Stop. */
async function stopped(work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stop) return error.answer;
    throw error;
  }
}

async function answerOf<Schema extends z.ZodType>(
  submission: Submission<Schema>,
  visit: Visit,
  body: RawBody,
  fileErrors: FieldErrors,
): Promise<Answer> {
  const parsed = parseForm(submission.form, body);
  const areOthersKept =
    parsed.ok && Object.keys(fileErrors).length > 0 && submission.keepFiles?.(visit, parsed.value, body) === true;
  const errors = typeset({
    ...(parsed.ok ? {} : parsed.errors),
    ...(areOthersKept ? eachWith(fileErrors, otherFilesKept) : fileErrors),
  });
  if (!parsed.ok || Object.keys(errors).length > 0)
    return wrong(await submission.again(visit, errors, body), errors, 422);
  const outcome = await submission.run(visit, parsed.value, body);
  if ('kind' in outcome) return outcome;
  const refused = typeset(errorsOf(outcome, submission.refusals ?? {}));
  return wrong(await submission.again(visit, refused, body), refused, outcome.code === 'edited_meanwhile' ? 409 : 422);
}

function eachWith(errors: FieldErrors, words: string): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, `${text} ${words}`]));
}

/** Sentences set as on a page: no one-letter word at a line's end. */
function typeset(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, words]) => [field, noOrphans(words)]));
}

function errorsOf(refusal: Refusal, texts: RefusalTexts): FieldErrors {
  if (refusal.fields !== undefined) return refusal.fields;
  const say = texts[refusal.code] ?? commonRefusals[refusal.code];
  if (say === undefined) throw new Error(`The refusal ${refusal.code} has no words`);
  return { [refusal.field ?? '']: say(refusal.facts ?? {}) };
}

function wrong(answer: Answer, errors: FieldErrors, status: number): Answer {
  if (answer.kind === 'view') return { ...answer, status, errors };
  return answer.kind === 'json' ? { ...answer, status } : answer;
}

/** A POST of somebody whose session is over: kept for a while and given back after signing in. */
function keepForLater(
  kit: WebKit,
  gate: Gate,
  request: FastifyRequest,
  reply: FastifyReply,
  body: RawBody,
): FastifyReply {
  const session = gate.cookies.session(request);
  const personId = session === undefined ? null : (ownerOfSession(kit.db, session) ?? null);
  gate.cookies.setKept(reply, keepPost(kit.db, kit, { personId, action: request.url, body }));
  return gate.replies.send(
    request,
    reply,
    { kind: 'visitor' },
    redirect(kit.signInPath, { kind: 'warn', text: signInFirst }),
  );
}
