import type { Reader } from '../../db/connection.ts';
import { noOrphans, quoted } from '../../lib/polish.ts';
import { currentPapers } from '../../web/papers.ts';
import { rulesSubject } from './access.ts';
import { readPrivacyClause, readRules } from './call-texts.ts';
import { inTieOrder, readCategories, readFormalCriteria, readIneligibleCosts, readMeritCriteria } from './criteria.ts';
import type { LegalKind, LegalPoint, LegalText } from './definitions.ts';
import { readStandingOrders } from './orders/queries.ts';
import { broughtInBy } from './orders/texts.ts';
import { callPaths } from './paths.ts';
import { readPublishedTexts } from './publications/queries.ts';
import { type Call, readApplicantKinds } from './queries.ts';
import { rulesPaths } from './rules/paths.ts';
import { methodText } from './scoring-texts.ts';
import { applicantKindNames, guardianConsentTimes, stageNames, windowText } from './texts.ts';

/** The rules with their annexes, which are drawn from the call, so that text and figures cannot part. */
export function rulesPage(reader: Reader, call: Call) {
  const rules = readRules(reader, call.id);
  return {
    ...pageOf(call, rules.content),
    number: rules.number,
    broughtInBy: broughtInBy(readStandingOrders(reader, call.id).filter(({ concerns }) => concerns === 'rules')),
    versions: publishedVersions(reader, call.id, 'rules'),
    papers: currentPapers(reader, rulesSubject(call.id), 'call_rules'),
    ...annexesOf(reader, call),
  };
}

/** What the annexes show, from the call as it stands. */
export function annexesOf(reader: Reader, call: Call) {
  const merit = readMeritCriteria(reader, call.id);
  const kinds = readApplicantKinds(reader, call.id);
  return {
    method: methodText(call),
    kinds: kinds.map(({ kind, note }) => ({ name: applicantKindNames[kind], note })),
    /** By when the guardian of a minor consents; '' where none may apply. */
    guardianTime: kinds.some(({ kind }) => kind === 'minor') ? guardianConsentTimes[call.guardianConsent] : '',
    stages: call.stages.map((stage) => ({
      name: stageNames[stage.kind],
      when: windowText(stage),
      place: stage.place,
      source: stage.source,
    })),
    costs: readCategories(reader, call.id),
    ineligible: readIneligibleCosts(reader, call.id),
    formal: readFormalCriteria(reader, call.id),
    ties: inTieOrder(merit).join(', '),
    criteria: merit.filter((one) => !one.isBonus).map((one) => ({ ...one, most: one.weight * one.maxPoints })),
    bonus: merit.filter((one) => one.isBonus).map((one) => ({ ...one, most: one.weight * one.maxPoints })),
  };
}

export function privacyPage(reader: Reader, call: Call) {
  return {
    ...pageOf(call, readPrivacyClause(reader, call.id).content),
    versions: publishedVersions(reader, call.id, 'privacy'),
  };
}

/** Versions that everybody could read, the newest first. */
function publishedVersions(reader: Reader, callId: number, kind: LegalKind) {
  return readPublishedTexts(reader, callId, kind).map(({ textNumber, publishedAt, reason }) => ({
    ...{ number: textNumber, publishedAt, reason },
    href: rulesPaths.versionOf(callId, kind, textNumber ?? 0),
  }));
}

/** A legal text as the partials `legal` and `annexes` draw it. */
export function pageOf(call: Call, content: LegalText) {
  const sections = content.sections.map(({ title, items }, index) => ({
    title,
    mark: index + 1,
    id: `par-${index + 1}`,
    items: items.map((item) => ({ text: noOrphans(item.text), points: (item.points ?? []).map(shownPoint) })),
  }));
  return { call: { ...call, title: quoted(call.title) }, sections, back: callPaths.showOf(call.id) };
}

function shownPoint(point: LegalPoint) {
  const { text, points } = typeof point === 'string' ? { text: point, points: [] } : point;
  return { text: noOrphans(text), points: points.map(noOrphans) };
}
