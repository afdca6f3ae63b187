import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { plannedGrant } from '../commands/amounts.ts';
import { readFormalCriteria, readMeritCriteria } from '../criteria.ts';
import { readStandingOrders } from '../orders/queries.ts';
import { type Call, readApplicantKinds } from '../queries.ts';
import { readWorkingLegal } from '../rules/queries.ts';
import { type Lack, lacksOf } from './policy.ts';
import { otherPools, periodOf, readSetUpCosts } from './queries.ts';

/** What the call lacks before it may be announced, as it stands now. */
export function readLacks(reader: Reader, call: Call, now: Instant): Lack[] {
  return lacksOf({
    now,
    title: call.title,
    contact: call.contact,
    isInstitutionKnown: readOrganisation(reader).street !== '',
    stages: call.stages,
    pool: call.poolGrosze,
    min: call.minGrosze,
    max: call.maxGrosze,
    minInitiatives: call.minInitiatives,
    planned: plannedGrant(reader, call.taskId),
    otherPools: otherPools(reader, call),
    period: periodOf(reader, call.projectId),
    kinds: readApplicantKinds(reader, call.id).map(({ kind }) => kind),
    minGroupSize: call.minGroupSize,
    minLeaderAge: call.minLeaderAge,
    thresholdPercent: call.thresholdPercent,
    costs: readSetUpCosts(reader, call.id),
    formalCount: readFormalCriteria(reader, call.id).length,
    merit: readMeritCriteria(reader, call.id),
    unpublished: (['rules', 'privacy'] as const).filter((kind) => readWorkingLegal(reader, call.id, kind).isChanged),
    hasRulesOrder: readStandingOrders(reader, call.id).some(({ concerns }) => concerns === 'rules'),
  });
}
