import type { Reader } from '../../db/connection.ts';
import { type Day, warsawDay } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { readFormText } from '../calls/call-texts.ts';
import { type CostCategory, readCategories } from '../calls/criteria.ts';
import type { FormDefinition } from '../calls/form/questions.ts';
import { type ApplicantKind, type Call, readApplicantKinds, readCall } from '../calls/queries.ts';
import { stageOf } from '../calls/stages.ts';
import type { CorrectionPoint } from './corrections/policy.ts';
import { correctionOfCopy } from './corrections/requests.ts';
import type { Draft } from './drafts.ts';
import { type GivenConsent, newestConsent } from './guardian/queries.ts';

/** What a call asks of an application. */
export interface DraftRules {
  readonly form: FormDefinition;
  readonly applicantKinds: readonly { readonly kind: ApplicantKind; readonly note: string }[];
  readonly categories: readonly CostCategory[];
  readonly minGrosze: Grosze;
  readonly maxGrosze: Grosze;
  /** Persons in an informal group, its leader included. */
  readonly minGroupSize: number;
  /** A draft that staff write for a person may have none: letters then go on paper. */
  readonly needsEmail: boolean;
  /** The application of a minor is not sent before its guardian consented, and who consented for whom last; null where that waits for the agreement. */
  readonly guardianConsent: { readonly given: GivenConsent | null } | null;
  /** Warsaw days; an open end is null. */
  readonly realisation: { readonly firstOn: Day | null; readonly lastOn: Day | null };
  /** The sections that the library asked to correct; null where all are open. What stands in the others was sent as it is. */
  readonly asked: { readonly points: readonly CorrectionPoint[] } | null;
}

/** The rules an application is written under: its own version of the form, the call's present limits and dates. */
export function readDraftRules(
  reader: Reader,
  draft: Pick<Draft, 'id' | 'callId' | 'formTextId'> & { readonly lane?: Draft['lane'] },
): { call: Call; rules: DraftRules } {
  const call = readCall(reader, draft.callId);
  if (call === undefined) throw new Error(`There is no call ${draft.callId}`);
  const period = stageOf(call.stages, 'realisation');
  const rules: DraftRules = {
    form: readFormText(reader, draft.formTextId),
    applicantKinds: readApplicantKinds(reader, call.id),
    categories: readCategories(reader, call.id),
    minGrosze: call.minGrosze,
    maxGrosze: call.maxGrosze,
    minGroupSize: call.minGroupSize,
    needsEmail: (draft.lane ?? null) === null,
    guardianConsent: call.guardianConsent === 'submission' ? { given: newestConsent(reader, draft.id) } : null,
    realisation: {
      firstOn: period?.startsAt ? warsawDay(period.startsAt) : null,
      lastOn: period?.endsAt ? warsawDay(period.endsAt) : null,
    },
    asked: correctionOfCopy(reader, draft.id) ?? null,
  };
  return { call, rules };
}
