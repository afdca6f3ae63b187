import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasAnyRole, hasRole } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { quoted } from '../../lib/polish.ts';
import { hasFinal } from '../../pdf/register.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import { currentPapers } from '../../web/papers.ts';
import { isOwn, visibleTo } from '../applications/access.ts';
import { applicationPaths } from '../applications/paths.ts';
import { type FormalCriterion, readFormalCriteria } from '../calls/criteria.ts';
import { readCall } from '../calls/queries.ts';
import { checkPrinters, checkReaders } from './access.ts';
import { type FormalCard, readCard } from './card.ts';
import { correctionsOnCard } from './corrections/on-card.ts';
import { type CheckedApplication, readChecked } from './facts.ts';
import { likeOne } from './likeness/queries.ts';
import { checkPaths } from './paths.ts';
import { type Finding, type FormalAnswer, verdicts } from './policy.ts';
import { readingOf } from './reading.ts';
import { recheckOnCard } from './recheck/pages.ts';
import { returnedCard, secondOnCard } from './second/page.ts';
import { findingText, outcomeChoices, outcomeNames, ownApplication, verdictNames } from './texts.ts';
import { typedAt } from './typed.ts';

/** The card of one application with its reading; undefined when it is not for this actor. `typed` is what was sent and refused. */
export function cardPage(reader: Reader, actor: Actor, applicationId: number, now: Instant, typed?: RawBody) {
  // Beside the card stand forms of other things; only what was typed in the card itself goes back into it.
  const raw = typed !== undefined && 'revision' in typed ? typed : undefined;
  const seen = reader.get(sql`select 1 from applications a where a.id = ${applicationId} and ${visibleTo(actor)}`);
  const checked = seen === undefined ? undefined : readChecked(reader, applicationId);
  if (checked === undefined || !hasAnyRole(actor, checkReaders, checked.submitted.callId)) return undefined;
  const { submitted } = checked;
  const card = readCard(reader, applicationId);
  const criteria = readFormalCriteria(reader, submitted.callId);
  const ownHere = actor.kind === 'person' && isOwn(reader, actor.personId, applicationId);
  const mayCheck = submitted.state === 'submitted' && !ownHere && hasRole(actor, 'coordinator', submitted.callId);
  const isOpen = mayCheck && card.signedAt === null;
  const isPrinted = card.id !== null && hasFinal(reader, 'formal_card', { kind: 'formal_card', id: card.id });
  const mayPrint = !isPrinted && hasAnyRole(actor, checkPrinters, submitted.callId);
  const isStale =
    raw !== undefined &&
    (rawText(raw, 'revision') !== String(card.revision) || rawText(raw, 'version') !== String(submitted.version));
  return {
    code: submitted.code,
    title: quoted(submitted.title),
    submittedAt: submitted.submittedAt,
    listHref: checkPaths.listOf(submitted.callId),
    application: applicationPaths.showOf(applicationId),
    action: checkPaths.cardOf(applicationId),
    revision: card.revision,
    version: submitted.version,
    alike: ownHere ? [] : likeOne(reader, actor, submitted.callId, applicationId),
    recheck: recheckOnCard(reader, actor, submitted, { now, isOwn: ownHere, raw: typed }),
    corrections: correctionsOnCard(reader, actor, submitted, { now, mayAsk: mayCheck, cardVersionId: card.versionId }),
    isOpen,
    isTwoPeople: readCall(reader, submitted.callId)?.secondSignature === 1,
    second: ownHere ? null : secondOnCard(reader, actor, { submitted, card }, { mayCheck, raw: typed }),
    returned: ownHere ? null : returnedCard(card),
    signed:
      card.signedAt !== null && card.signedById !== card.decidedById ? { by: card.signedBy, at: card.signedAt } : null,
    own: ownHere ? ownApplication : '',
    stored: ownHere || (isOpen && !isStale) ? null : storedCard(card, criteria),
    isStale,
    decided: decidedCard(card),
    papers: card.id === null ? [] : currentPapers(reader, { kind: 'formal_card', id: card.id }, 'formal_card'),
    print: mayPrint ? checkPaths.printOf(applicationId) : '',
    criteria: criteria.map((criterion) => criterionField(criterion, checked, card, raw)),
    reason: raw === undefined ? card.reason : rawText(raw, 'reason'),
    outcome: raw === undefined ? (card.proposed ?? '') : rawText(raw, 'outcome'),
    outcomes: Object.entries(outcomeChoices).map(([value, label]) => ({ value, label })),
    reading: readingOf(submitted.content),
  };
}

function criterionField(
  { id, code, name }: FormalCriterion,
  { submitted, findings }: CheckedApplication,
  card: FormalCard,
  raw: RawBody | undefined,
) {
  const finding = findings.get(code);
  const saved = card.answers.find(({ criterionId }) => criterionId === id);
  const key = `k${id}`;
  const verdict =
    raw === undefined
      ? savedVerdict(saved, finding, card.versionId === submitted.versionId)
      : typedAt(raw, 'answers', key, 'verdict');
  const answered = verdicts.find((known) => known === verdict);
  return {
    key,
    name,
    finding: finding === undefined ? '' : findingText(finding),
    note: raw === undefined ? (saved?.note ?? '') : typedAt(raw, 'answers', key, 'note'),
    options: verdicts.map((value) => ({ value, label: verdictNames[value] })),
    verdict,
    answered: answered === undefined ? '' : verdictNames[answered],
    isUnanswered: answered === undefined,
  };
}

/** On a card nobody saved, and once another version came, the system's own answers stand ready. */
function savedVerdict(saved: FormalAnswer | undefined, finding: Finding | undefined, isOfThisVersion: boolean): string {
  if (saved !== undefined && (isOfThisVersion || finding === undefined)) return saved.verdict ?? '';
  return finding === undefined ? '' : finding.holds ? 'yes' : 'no';
}

function storedCard(card: FormalCard, criteria: readonly FormalCriterion[]) {
  return {
    reason: card.reason,
    answers: criteria.map(({ id, name }) => {
      const answer = card.answers.find(({ criterionId }) => criterionId === id);
      return { name, verdict: answer?.verdict ? verdictNames[answer.verdict] : '', note: answer?.note ?? '' };
    }),
  };
}

function decidedCard({ outcome, decidedAt, decidedBy, reason }: FormalCard) {
  if (outcome === null || decidedAt === null) return null;
  return {
    isAccepted: outcome === 'accepted',
    name: outcomeNames[outcome],
    at: decidedAt,
    by: decidedBy ?? '',
    reason,
  };
}
