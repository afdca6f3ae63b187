import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { currentPapers } from '../../../web/papers.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { consultationSubject } from '../access.ts';
import { annexesOf, pageOf } from '../legal-pages.ts';
import { callPaths } from '../paths.ts';
import type { Call } from '../queries.ts';
import { stageOf } from '../stages.ts';
import { windowText } from '../texts.ts';
import { consultationPaths } from './paths.ts';
import { placesIn } from './places.ts';
import { type ConsultationPhase, consultationPhase } from './policy.ts';
import { type Consultation, type Opinion, readConsultation, readOpinions, readPublicOpinions } from './queries.ts';
import { outcomeNames, outcomeTones } from './texts.ts';

const openFields = ['place', 'opinion', 'name', 'organisation', 'email', 'named'] as const;

/** The public page: the draft rules with the form while opinions are taken, later the summary. Undefined while hidden. */
export function consultationPage(reader: Reader, call: Call, now: Instant, raw: RawBody = {}) {
  const consultation = readConsultation(reader, call.id);
  const phase = consultationPhase(consultation, call.stages, now);
  if (consultation === undefined || phase === 'hidden') return undefined;
  return {
    ...pageOf(call, consultation.rules.content),
    ...annexesOf(reader, call),
    hasAnnexes: call.state === 'draft',
    number: consultation.rules.number,
    isOpen: phase === 'open',
    isClosed: phase === 'closed',
    isPublished: phase === 'published',
    when: windowOf(call),
    summary: consultation.summary,
    publishedAt: consultation.publishedAt,
    opinions: shownOpinions(reader, call.id),
    papers: currentPapers(reader, consultationSubject(call.id), 'consultation_summary'),
    places: placesIn(consultation).map((name) => ({ value: name, label: name })),
    typed: Object.fromEntries(openFields.map((field) => [field, rawText(raw, field)])),
    action: consultationPaths.showOf(call.id),
    privacy: call.state === 'draft' ? '' : callPaths.privacyOf(call.id),
    current: call.state === 'draft' ? '' : callPaths.rulesOf(call.id),
    organisation: readOrganisation(reader),
  };
}

function windowOf(call: Call): string {
  const stage = stageOf(call.stages, 'rules_consultation');
  return stage === undefined ? '' : windowText(stage);
}

function shownOpinions(reader: Reader, callId: number) {
  return readPublicOpinions(reader, callId).map((one) => ({
    ...one,
    result: { text: outcomeNames[one.outcome], tone: outcomeTones[one.outcome] },
  }));
}

/** Where a public page leads to a consultation, and in which words; undefined while there is nothing to lead to. */
export function consultationLink(reader: Reader, call: Call, now: Instant) {
  const phase = consultationPhase(readConsultation(reader, call.id), call.stages, now);
  if (phase === 'hidden') return undefined;
  return { href: consultationPaths.showOf(call.id), when: windowOf(call), title: quoted(call.title), phase };
}

/** Staff's page: what was shown, what came in, and the summary. */
export function opinionsPage(reader: Reader, call: Call, now: Instant, mayChange: boolean, raw?: RawBody) {
  const consultation = readConsultation(reader, call.id);
  const phase: ConsultationPhase = consultationPhase(consultation, call.stages, now);
  const rows = consultation === undefined ? [] : readOpinions(reader, call.id).map((one) => staffRow(call.id, one));
  return {
    call: { ...call, title: quoted(call.title) },
    isShared: consultation !== undefined,
    sharedOn: consultation === undefined ? '' : longMoment(consultation.sharedAt),
    when: windowOf(call),
    isOpen: phase === 'open',
    isPublished: phase === 'published',
    waiting: rows.filter(({ outcome }) => outcome === null),
    answered: rows.filter(({ outcome }) => outcome !== null),
    share: mayChange && consultation === undefined ? consultationPaths.shareOf(call.id) : '',
    summary: summaryForm(call.id, consultation, mayChange, raw),
    public: phase === 'hidden' ? '' : consultationPaths.showOf(call.id),
    timetable: callPaths.timetableOf(call.id),
    show: callPaths.showOf(call.id),
    settings: callPaths.settingsOf(call.id),
  };
}

function summaryForm(callId: number, consultation: Consultation | undefined, mayChange: boolean, raw?: RawBody) {
  if (!mayChange || consultation === undefined || consultation.publishedAt !== null) return null;
  return {
    action: consultationPaths.summaryOf(callId),
    version: consultation.version,
    typed: raw === undefined ? '' : rawText(raw, 'summary'),
  };
}

function staffRow(callId: number, opinion: Opinion) {
  const author = [opinion.authorName, opinion.organisation, opinion.authorEmail].filter((part) => part !== '');
  return {
    ...opinion,
    author: author.join(', '),
    givenOn: longMoment(opinion.givenAt),
    result:
      opinion.outcome === null ? null : { text: outcomeNames[opinion.outcome], tone: outcomeTones[opinion.outcome] },
    href: consultationPaths.opinionOf(callId, opinion.id),
  };
}

/** One opinion with the form of its answer. */
export function opinionPage(
  reader: Reader,
  call: Call,
  opinion: Opinion,
  { mayChange, raw }: { mayChange: boolean; raw: RawBody | undefined },
) {
  const stored = { outcome: opinion.outcome ?? '', answer: opinion.answer };
  const isClash = raw !== undefined && rawText(raw, 'version') !== String(opinion.version);
  const isPublished = readConsultation(reader, call.id)?.publishedAt != null;
  return {
    opinion: staffRow(call.id, opinion),
    stored: isClash ? stored : null,
    typed: raw === undefined ? stored : { outcome: rawText(raw, 'outcome'), answer: rawText(raw, 'answer') },
    choices: Object.entries(outcomeNames).map(([value, label]) => ({ value, label })),
    mayAnswer: mayChange && !isPublished,
    version: opinion.version,
    action: consultationPaths.opinionOf(call.id, opinion.id),
    back: consultationPaths.opinionsOf(call.id),
    show: callPaths.showOf(call.id),
  };
}
