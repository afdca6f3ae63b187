import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { readForm, readLegalSource } from '../call-texts.ts';
import { readFormalCriteria, readMeritCriteria } from '../criteria.ts';
import { type Call, readApplicantKinds, readQuestions } from '../queries.ts';
import type { CallModel } from './model.ts';

/** Everything a call was set up with, its texts in their newest versions; never its applications, dates of announcing or people. */
export function modelOf(reader: Reader, call: Call): CallModel {
  return {
    code: call.code,
    year: call.year,
    title: call.title,
    subtitle: call.subtitle,
    lead: call.lead,
    paymentMode: call.paymentMode,
    poolGrosze: call.poolGrosze,
    minGrosze: call.minGrosze,
    maxGrosze: call.maxGrosze,
    minInitiatives: call.minInitiatives,
    applicationsPerLeader: call.applicationsPerLeader,
    applicationsPerOrganisation: call.applicationsPerOrganisation,
    minGroupSize: call.minGroupSize,
    minLeaderAge: call.minLeaderAge,
    guardianConsent: call.guardianConsent,
    thresholdPercent: call.thresholdPercent,
    quorum: call.quorum,
    maxPoints: call.maxPoints,
    scoreMethod: call.scoreMethod,
    scoreDecimals: call.scoreDecimals,
    bonusLimit: call.bonusLimit,
    unevenCards: call.unevenCards,
    extremeReasons: call.extremeReasons,
    cardsPerApplication: call.cardsPerApplication,
    blindReview: call.blindReview,
    secondSignature: call.secondSignature,
    area: call.area,
    contributionNote: call.contributionNote,
    contact: call.contact,
    stages: call.stages.map(({ kind, startsAt, endsAt, place, source }) => ({ kind, startsAt, endsAt, place, source })),
    rules: readLegalSource(reader, call.id, 'rules').content,
    form: readForm(reader, call.id),
    privacy: readLegalSource(reader, call.id, 'privacy').content,
    questions: readQuestions(reader, call.id).map(({ question, answer }) => ({ question, answer })),
    applicantKinds: readApplicantKinds(reader, call.id),
    categories: readCosts(reader, call.id),
    formalCriteria: readFormalCriteria(reader, call.id).map(({ code, name, knownBy }) => ({ code, name, knownBy })),
    meritCriteria: readMeritCriteria(reader, call.id).map(({ id, isBonus, ...one }) => ({
      ...one,
      isBonus: isBonus ? 1 : 0,
    })),
  };
}

function readCosts(reader: Reader, callId: number): CallModel['categories'] {
  return reader.all(sql`
    select k.code, k.name, k.is_eligible as isEligible, k.cap_percent as capPercent, k.unit_threshold_grosze as unitThresholdGrosze, k.note, k.is_pay as isPay, l.category as line
    from cost_categories k left join budget_lines l on l.id = k.budget_line_id where k.call_id = ${callId} order by k.position, k.id`);
}

/** A name with its year turned into another; a name without one stays. */
export function ofYear(name: string, from: number, to: number): string {
  return name.replaceAll(new RegExp(`(?<!\\d)${from}(?!\\d)`, 'g'), String(to));
}
