import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type diagnosisNeeds, partners, type projects } from '../../db/schema/project.ts';

export type Project = typeof projects.$inferSelect;
export type PartnerKind = typeof partners.$inferSelect.kind;

export const partnerKinds = partners.kind.enumValues;

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

/** In the order they were added, without those taken off the list. */
export function readPartners(reader: Reader, projectId: number): Partner[] {
  const rows = reader.all<Omit<Partner, 'isExample'> & { isExample: number }>(sql`
    select id, name, kind, contribution, is_example as isExample from partners where project_id = ${projectId} and removed_at is null order by id`);
  return rows.map((row) => ({ ...row, isExample: row.isExample === 1 }));
}

/** As `readPartners`. */
export function readNeeds(reader: Reader, projectId: number): Need[] {
  const rows = reader.all<Omit<Need, 'isExample'> & { isExample: number }>(sql`
    select id, title, description, source, is_example as isExample from diagnosis_needs where project_id = ${projectId} and removed_at is null order by id`);
  return rows.map((row) => ({ ...row, isExample: row.isExample === 1 }));
}

export type PartnerText = Pick<Partner, 'name' | 'kind' | 'contribution'>;
export type NeedText = Pick<Need, 'title' | 'description' | 'source'>;

/** What staff write in the two lists of the project. */
export type Listed =
  | { readonly kind: 'partner'; readonly text: PartnerText }
  | { readonly kind: 'need'; readonly text: NeedText };
export type ListedKind = Listed['kind'];

/** One of a list as it stands, with its version; undefined for what was taken off it. */
export type Standing = Listed & { readonly version: number };

export function findListed(reader: Reader, kind: ListedKind, id: number): Standing | undefined {
  if (kind === 'partner') {
    const row = reader.get<PartnerText & { version: number }>(
      sql`select name, kind, contribution, version from partners where id = ${id} and removed_at is null`,
    );
    return (
      row && { kind, version: row.version, text: { name: row.name, kind: row.kind, contribution: row.contribution } }
    );
  }
  const row = reader.get<NeedText & { version: number }>(
    sql`select title, description, source, version from diagnosis_needs where id = ${id} and removed_at is null`,
  );
  return (
    row && { kind, version: row.version, text: { title: row.title, description: row.description, source: row.source } }
  );
}
