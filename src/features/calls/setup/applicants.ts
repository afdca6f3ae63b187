import { eq, sql } from 'drizzle-orm';
import { callApplicantKinds } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { ApplicantKind, Call } from '../queries.ts';
import { applicantKindNames } from '../texts.ts';
import { draftFor, type Edition, keepDraft } from './draft.ts';

export interface WhoMayApply extends Edition {
  readonly kinds: readonly { readonly kind: ApplicantKind; readonly note: string }[];
  readonly minGroupSize: number;
  readonly minLeaderAge: number;
  /** By when the guardian of a minor has to consent. */
  readonly guardianConsent: Call['guardianConsent'];
  readonly area: string;
}

/** Changes who may apply. Refuses as `draftFor`, and `kind_used` (facts kind, count) while drafts of applications are of a kind taken away. */
export function changeApplicants(deps: Deps, actor: Actor, { callId, version, kinds, ...set }: WhoMayApply): Result {
  return deps.db.write((tx) => {
    const draft = draftFor(tx, { callId, version });
    if (!draft.ok) return draft;
    const used = tx
      .all<{ kind: ApplicantKind; count: number }>(sql`
        select w.kind, count(*) as count from applications a join applicants w on w.application_id = a.id
        where a.call_id = ${callId} and w.kind <> '' group by w.kind`)
      .find(({ kind }) => !kinds.some((one) => one.kind === kind));
    if (used !== undefined)
      return refused('kind_used', {
        field: 'kinds',
        facts: { kind: applicantKindNames[used.kind], count: used.count },
      });
    tx.orm.delete(callApplicantKinds).where(eq(callApplicantKinds.callId, callId)).run();
    for (const kind of kinds)
      tx.orm
        .insert(callApplicantKinds)
        .values({ ...kind, callId })
        .run();
    keepDraft(tx, deps, actor, draft.value, {
      what: 'call.applicants_changed',
      set,
      facts: { kinds: kinds.map(({ kind }) => kind).join(' '), ...set },
    });
    return done();
  });
}
