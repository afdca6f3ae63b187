import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { sameAs } from '../accounts/access.ts';
import { applicationCode, readSubmitted, type Submitted } from '../applications/content.ts';
import { lateReasonOf } from '../applications/late/links.ts';
import { readDraftRules } from '../applications/rules.ts';
import { submissionWindow } from '../calls/stages.ts';
import { type Finding, whatTheSystemKnows } from './policy.ts';

export interface CheckedApplication {
  readonly submitted: Submitted;
  /** The system's findings by the criterion's code. */
  readonly findings: ReadonlyMap<string, Finding>;
}

/** A submitted application with what the system knows about it; undefined for a draft. Whose eyes it is for is the caller's question. */
export function readChecked(reader: Reader, applicationId: number): CheckedApplication | undefined {
  const submitted = readSubmitted(reader, applicationId);
  const head = reader.get<{ callId: number; formTextId: number }>(
    sql`select call_id as callId, form_text_id as formTextId from applications where id = ${applicationId}`,
  );
  if (submitted === undefined || head === undefined) return undefined;
  const { call, rules } = readDraftRules(reader, { ...head, id: applicationId });
  const findings = whatTheSystemKnows({
    submittedAt: submitted.submittedAt,
    late: lateReasonOf(reader, applicationId),
    closesAt: submissionWindow(call.stages)?.closesAt ?? null,
    content: submitted.content,
    form: rules.form,
    limits: { min: rules.minGrosze, max: rules.maxGrosze },
    categories: rules.categories,
    realisation: rules.realisation,
    ...othersOf(reader, submitted, call.applicationsPerOrganisation !== null),
    applicationsPerLeader: call.applicationsPerLeader,
    applicationsPerOrganisation: call.applicationsPerOrganisation,
  });
  return { submitted, findings };
}

/**
 * Other applications of the call, not withdrawn, with the same leader or the same number in a register. Where organisations have a limit of their
 * own, theirs are counted apart.
 */
function othersOf(reader: Reader, { id, callId, content }: Submitted, isApart: boolean) {
  const leader = reader.get<{ id: number }>(sql`
    select coalesce(p.merged_into_id, p.id) as id from application_members m join people p on p.id = m.person_id
    where m.application_id = ${id} and m.role = 'leader'`);
  const rows = reader.all<{
    code: string;
    year: number;
    number: number;
    isLeaders: number;
    isOrganisations: number;
  }>(sql`
    select * from (select c.code, c.year, a.number,
        exists (select 1 from application_members m where m.application_id = a.id and m.role = 'leader' and m.person_id in ${sameAs(leader?.id ?? 0)}) as isLeaders,
        w.register_number <> '' and w.register_number = ${content.applicant.registerNumber} as isOrganisations
      from applications a join calls c on c.id = a.call_id join applicants w on w.application_id = a.id
      where a.call_id = ${callId} and a.id <> ${id} and a.state in ('submitted', 'accepted', 'rejected'))
    where isLeaders or isOrganisations order by number`);
  const codes = (some: typeof rows) => some.map(({ code, year, number }) => applicationCode(code, year, number));
  return {
    others: codes(isApart ? rows.filter(({ isLeaders }) => isLeaders === 1) : rows),
    othersOfOrganisation: codes(isApart ? rows.filter(({ isOrganisations }) => isOrganisations === 1) : []),
  };
}
