import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { diagnosisNeeds, partners, projects } from '../../db/schema/project.ts';

export type Project = typeof projects.$inferSelect;
export type PartnerKind = typeof partners.$inferSelect.kind;

export interface Partner {
  readonly id: number;
  readonly name: string;
  readonly kind: PartnerKind;
  readonly contribution: string;
  readonly isExample: boolean;
}

export type Need = Pick<typeof diagnosisNeeds.$inferSelect, 'id' | 'title' | 'description' | 'source'> & {
  readonly isExample: boolean;
};

/** The one project. Throws on a database that was never seeded. */
export function readProject(reader: Reader): Project {
  const project = one(reader, sql`1 = 1`);
  if (project === undefined) throw new Error('There is no project yet');
  return project;
}

export function findProject(reader: Reader, id: number): Project | undefined {
  return one(reader, sql`p.id = ${id}`);
}

function one(reader: Reader, which: SQL): Project | undefined {
  return reader.get<Project>(sql`
    select p.id, p.title, p.short_title as shortTitle, p.description, p.programme_name as programmeName, p.funder_name as funderName,
      p.funder_short_name as funderShortName, p.credit_line as creditLine, p.agreement_number as agreementNumber, p.agreement_on as agreementOn,
      p.starts_on as startsOn, p.ends_on as endsOn, p.payments_until_on as paymentsUntilOn, p.report_due_on as reportDueOn,
      p.created_at as createdAt, p.version
    from projects p where ${which} order by p.id limit 1`);
}

export function readPartners(reader: Reader, projectId: number): Partner[] {
  const rows = reader.all<Omit<Partner, 'isExample'> & { isExample: number }>(sql`
    select id, name, kind, contribution, is_example as isExample from partners where project_id = ${projectId} order by id`);
  return rows.map((row) => ({ ...row, isExample: row.isExample === 1 }));
}

export function readNeeds(reader: Reader, projectId: number): Need[] {
  const rows = reader.all<Omit<Need, 'isExample'> & { isExample: number }>(sql`
    select id, title, description, source, is_example as isExample from diagnosis_needs where project_id = ${projectId} order by id`);
  return rows.map((row) => ({ ...row, isExample: row.isExample === 1 }));
}
