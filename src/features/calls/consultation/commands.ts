import { eq } from 'drizzle-orm';
import { consultations, opinions } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { normaliseEmail } from '../../../lib/identifiers.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { maySpeakFrom } from '../../accounts/throttle.ts';
import { consultationSubject, rulesSubject, settingsRights } from '../access.ts';
import { readRules } from '../call-texts.ts';
import { documentTitles } from '../documents.ts';
import { publishConsultation, publishDraftRules } from '../publications/copies.ts';
import { readCall } from '../queries.ts';
import { stageOf } from '../stages.ts';
import { placesIn } from './places.ts';
import { consultationPhase } from './policy.ts';
import { type OpinionOutcome, readConsultation, readOpinion, readOpinions } from './queries.ts';

/** The coordinator shows the newest draft rules to everybody for the days of the consultation. Refuses 'absent', 'no_stage', 'already_shared'. */
export function shareDraftRules(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || actor.kind !== 'person' || !settingsRights(actor, callId).mayChange)
      return refused('absent');
    if (stageOf(call.stages, 'rules_consultation') === undefined) return refused('no_stage');
    if (readConsultation(tx, callId) !== undefined) return refused('already_shared');
    const rules = readRules(tx, callId);
    const sharedAt = deps.clock.now();
    tx.orm.insert(consultations).values({ callId, rulesTextId: rules.id, sharedAt, sharedBy: actor.personId }).run();
    record(tx, deps, actor, {
      what: 'consultation.opened',
      subject: rulesSubject(callId),
      callId,
      facts: { rulesVersion: rules.number },
    });
    publishDraftRules(tx, deps, actor, callId, rules.id);
    return done();
  });
}

export interface NewOpinion {
  readonly callId: number;
  /** Which part it is about, as the form lists them. */
  readonly place: string;
  readonly opinion: string;
  /** '' when the author did not say. */
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  /** May the name and the organisation stand in the summary? */
  readonly named: boolean;
  readonly trap: string;
  /** `visit.network` */
  readonly network: string;
}

/** Anybody says what they think while the consultation lasts. Refuses 'absent', 'consultation_closed', 'looks_automatic', 'place_unknown', 'too_many_words'. */
export function giveOpinion(deps: Deps, actor: Actor, given: NewOpinion): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, given.callId);
    const consultation = readConsultation(tx, given.callId);
    if (call === undefined || consultation === undefined) return refused('absent');
    const phase = consultationPhase(consultation, call.stages, deps.clock.now());
    if (phase === 'hidden') return refused('absent');
    if (phase !== 'open') return refused('consultation_closed');
    if (given.trap !== '') return refused('looks_automatic');
    if (!placesIn(consultation).includes(given.place)) return refused('place_unknown', { field: 'place' });
    if (!maySpeakFrom(tx, deps, given.network)) return refused('too_many_words');
    const { id } = tx.orm
      .insert(opinions)
      .values({
        callId: call.id,
        place: given.place,
        opinion: given.opinion,
        authorName: given.name,
        organisation: given.organisation,
        authorEmail: given.email === '' ? '' : normaliseEmail(given.email),
        isNamed: given.named ? 1 : 0,
        givenAt: deps.clock.now(),
      })
      .returning({ id: opinions.id })
      .get();
    record(tx, deps, actor, {
      what: 'opinion.given',
      subject: rulesSubject(call.id),
      callId: call.id,
      facts: { opinion: id },
    });
    return done();
  });
}

export interface OpinionAnswer {
  readonly callId: number;
  readonly opinionId: number;
  readonly version: number;
  readonly outcome: OpinionOutcome;
  readonly answer: string;
}

/** The library's answer to one opinion, seen by nobody outside until the summary. Refuses 'absent', 'edited_meanwhile', 'summary_published'. */
export function answerOpinion(deps: Deps, actor: Actor, given: OpinionAnswer): Result {
  return deps.db.write((tx) => {
    const opinion = readOpinion(tx, given.callId, given.opinionId);
    if (opinion === undefined || actor.kind !== 'person') return refused('absent');
    if (!settingsRights(actor, given.callId).mayChange) return refused('absent');
    if (readConsultation(tx, given.callId)?.publishedAt != null) return refused('summary_published');
    if (opinion.version !== given.version) return refused('edited_meanwhile');
    tx.orm
      .update(opinions)
      .set({
        outcome: given.outcome,
        answer: given.answer,
        answeredAt: deps.clock.now(),
        answeredBy: actor.personId,
        version: opinion.version + 1,
      })
      .where(eq(opinions.id, opinion.id))
      .run();
    record(tx, deps, actor, {
      what: 'opinion.answered',
      subject: rulesSubject(given.callId),
      callId: given.callId,
      facts: { opinion: opinion.id, outcome: given.outcome },
      text: given.answer,
    });
    return done();
  });
}

/**
 * Publishes the summary with every opinion and its answer, and has it printed; from then on it stands. Refuses 'absent', 'edited_meanwhile',
 * 'summary_published', 'consultation_open', 'opinions_unanswered' (facts count).
 */
export function publishSummary(
  deps: Deps,
  actor: Actor,
  given: { readonly callId: number; readonly version: number; readonly summary: string },
): Result {
  return deps.db.write((tx) => {
    const { callId, summary } = given;
    const call = readCall(tx, callId);
    const consultation = readConsultation(tx, callId);
    if (call === undefined || consultation === undefined || actor.kind !== 'person') return refused('absent');
    if (!settingsRights(actor, callId).mayChange) return refused('absent');
    if (consultation.publishedAt !== null) return refused('summary_published');
    if (consultation.version !== given.version) return refused('edited_meanwhile');
    const phase = consultationPhase(consultation, call.stages, deps.clock.now());
    if (phase !== 'closed') return refused('consultation_open');
    const all = readOpinions(tx, callId);
    const count = all.filter(({ outcome }) => outcome === null).length;
    if (count > 0) return refused('opinions_unanswered', { facts: { count } });
    tx.orm
      .update(consultations)
      .set({
        summary,
        publishedAt: deps.clock.now(),
        publishedBy: actor.personId,
        version: consultation.version + 1,
      })
      .where(eq(consultations.callId, callId))
      .run();
    record(tx, deps, actor, {
      what: 'consultation.summarised',
      subject: rulesSubject(callId),
      callId,
      facts: { opinions: all.length },
      text: summary,
    });
    const title = documentTitles.consultation_summary(call.title);
    askForDocument(tx, deps.clock, actor, 'consultation_summary', consultationSubject(callId), title);
    publishConsultation(tx, deps, actor, callId);
    return done();
  });
}
