import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasRole } from '../../lib/actor.ts';
import { type Grosze, grosze } from '../../lib/money.ts';
import { mayStep } from '../../lib/transitions.ts';
import { documentsOf } from '../../pdf/register.ts';
import { posterNameOf, readSubmitted } from '../applications/content.ts';
import { isConsented } from '../applications/guardian/policy.ts';
import { guardianConsentOf } from '../applications/guardian/queries.ts';
import { applicationPaths } from '../applications/paths.ts';
import { readCall } from '../calls/queries.ts';
import { type StageKind, stageOf } from '../calls/stages.ts';
import { windowText } from '../calls/texts.ts';
import { writtenAbout } from '../correspondence/about.ts';
import { isOwn, seesSettlement } from './access.ts';
import { historyOf } from './history.ts';
import { initiativeLife } from './lifecycle.ts';
import { initiativePaths } from './paths.ts';
import { heldFor, type Initiative, planLines, type ShownPlanLine } from './queries.ts';
import { nextForGroup, nextForStaff, onPoster, stateNames, stateTones } from './texts.ts';

/** Everything the page of one initiative shows; what the budget holds is for staff. */
export function showPage(reader: Reader, actor: Actor, initiative: Initiative) {
  const { id, state } = initiative;
  const own = isOwn(reader, actor, id);
  const plans = {
    requested: planLines(reader, id, 'requested'),
    awarded: planLines(reader, id, 'awarded'),
    agreed: planLines(reader, id, 'agreed'),
  };
  const agreement = agreementOf(reader, id);
  return {
    initiative,
    posterName: signedAs(reader, initiative),
    own,
    tag: { tone: stateTones[state], text: stateNames[state] },
    next: own
      ? nextForGroup(state, agreement?.state === 'issued', datesOf(reader, initiative.callId))
      : nextForStaff(state, agreement !== null),
    byCategory: byCategory(plans),
    plans,
    isSmaller: initiative.awarded < initiative.requested,
    held: own ? null : heldFor(reader, id),
    agreement,
    /** A minor's agreement waits for this; null where nothing is missing. */
    guardian:
      agreement?.state === 'signed' || isConsented(guardianConsentOf(reader, initiative.applicationId))
        ? null
        : { href: applicationPaths.guardianOf(initiative.applicationId) },
    documents:
      agreement === null
        ? []
        : documentsOf(reader, { kind: 'agreement', id: agreement.id }).filter(({ state: made }) => made === 'made'),
    written: own
      ? null
      : writtenAbout(
          reader,
          actor,
          [
            { kind: 'initiative', id },
            { kind: 'application', id: initiative.applicationId },
          ],
          {
            callId: initiative.callId,
            applicationId: initiative.applicationId,
            noteCall: initiativePaths.callNoteOf(id),
          },
        ),
    history: historyOf(reader, id, own ? 'group' : 'staff'),
    mayEditPlan: hasRole(actor, 'coordinator', initiative.callId) && mayStep(initiativeLife, 'edit_plan', state),
    mayOpenAgreement: !own && state !== 'negotiation',
    seesSettlement: !own && seesSettlement(actor, state),
    paths: {
      list: initiativePaths.list,
      plan: initiativePaths.planOf(id),
      agreement: initiativePaths.agreementOf(id),
      settlement: initiativePaths.settlementOf(id),
      documents: initiativePaths.documentsOf(id),
      application: initiativePaths.applicationOf(initiative.applicationId),
      result: initiativePaths.resultOf(initiative.applicationId),
    },
  };
}

/** Said where the group goes by another name in public than in its agreement. */
function signedAs(reader: Reader, { applicationId, groupName }: Initiative): string {
  const content = readSubmitted(reader, applicationId)?.content;
  const name = content === undefined ? '' : posterNameOf(content);
  return name === '' || name === groupName ? '' : onPoster(name);
}

interface CategorySums {
  readonly name: string;
  readonly requested: Grosze;
  readonly awarded: Grosze;
  readonly agreed: Grosze;
}

/** The three plans side by side. Rows may change in negotiation; what can be compared is the kind of cost. */
function byCategory(
  plans: Readonly<Record<'requested' | 'awarded' | 'agreed', readonly ShownPlanLine[]>>,
): CategorySums[] {
  const names = new Map(
    Object.values(plans).flatMap((lines) => lines.map((line) => [line.categoryId, line.categoryName] as const)),
  );
  const sumIn = (lines: readonly ShownPlanLine[], id: number) =>
    grosze(lines.filter((line) => line.categoryId === id).reduce((total, line) => total + line.amount, 0));
  return [...names].map(([id, name]) => ({
    name,
    requested: sumIn(plans.requested, id),
    awarded: sumIn(plans.awarded, id),
    agreed: sumIn(plans.agreed, id),
  }));
}

interface ShownAgreement {
  readonly id: number;
  readonly number: string;
  readonly state: 'draft' | 'confirmed' | 'issued' | 'signed';
  readonly signedOn: string | null;
  readonly signedFileId: number | null;
}

function agreementOf(reader: Reader, initiativeId: number): ShownAgreement | null {
  const row = reader.get<ShownAgreement>(sql`
    select id, number, state, signed_on as signedOn, signed_file_id as signedFileId from agreements where initiative_id = ${initiativeId}`);
  return row ?? null;
}

function datesOf(reader: Reader, callId: number): { negotiation: string; realisation: string; report: string } {
  const stages = readCall(reader, callId)?.stages ?? [];
  const written = (kind: StageKind) => {
    const stage = stageOf(stages, kind);
    return stage === undefined ? '' : windowText(stage);
  };
  return { negotiation: written('negotiation'), realisation: written('realisation'), report: written('group_report') };
}
