import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Subject } from '../../../history/record.ts';
import { standingFor } from '../../applications/amendments/copies.ts';
import { documentLabel } from '../../expenses/texts.ts';

/** Whose papers: of a whole call, of one record in it, or of the project above all calls. */
export interface ShelfName {
  readonly of: 'call' | 'application' | 'initiative' | 'project';
  readonly id: number;
}

export const sections = ['call', 'jury', 'applications', 'initiatives', 'expenses', 'reports'] as const;
export type Section = (typeof sections)[number];

/** A record that papers stand under, with everything that files may belong to. */
export interface Place {
  readonly section: Section;
  /** What readers know the record by; '' where the section is the record. */
  readonly code: string;
  readonly title: string;
  readonly subjects: readonly Subject[];
}

/** Where papers of this shelf may stand, in the order of the river. Nothing here asks whose eyes they are for. */
export function placesOf(reader: Reader, { of, id }: ShelfName): Place[] {
  switch (of) {
    case 'call':
      return [
        place('call', [
          { kind: 'call', id },
          { kind: 'call_order', id },
          { kind: 'consultation', id },
          ...publishedOf(reader, id),
        ]),
        place('jury', juryOf(reader, id)),
        ...applications(reader, sql`a.call_id = ${id}`),
        ...initiatives(reader, sql`i.call_id = ${id}`),
        ...expenses(reader, partIn(sql`i.call_id = ${id}`)),
      ];
    case 'application':
      return applications(reader, sql`a.id = ${id}`);
    case 'initiative':
      return [...initiatives(reader, sql`i.id = ${id}`), ...expenses(reader, partIn(sql`i.id = ${id}`))];
    case 'project':
      return [
        place('reports', [
          { kind: 'project', id },
          { kind: 'document_register', id },
        ]),
        ...expenses(reader, sql`e.project_id = ${id}`),
      ];
  }
}

function place(section: Section, subjects: readonly Subject[]): Place {
  return { section, code: '', title: '', subjects };
}

function juryOf(reader: Reader, callId: number): Subject[] {
  return reader.all<Subject>(sql`
    select 'ranking' as kind, r.id from rankings r where r.call_id = ${callId}
    union all select 'jury_member', m.id from jury_members m where m.call_id = ${callId}`);
}

/** Scans of the director's orders, papers of announcements, and proofs of where something was published. */
function publishedOf(reader: Reader, callId: number): Subject[] {
  return reader.all<Subject>(sql`
    select 'director_order' as kind, o.id from director_orders o where o.call_id = ${callId}
    union all select 'call_publication', k.id from call_publications k where k.call_id = ${callId}
    union all select 'publication_place', l.id from publication_places l where l.call_id = ${callId}`);
}

/** A draft has no papers yet: what is attached to it belongs to its group's form. */
function applications(reader: Reader, which: SQL): Place[] {
  const chosen = sql`select a.id from applications a where a.state <> 'draft' and ${which}`;
  const subjects = reader.all<OwnedSubject>(sql`
    select 'application' as kind, a.id, a.id as owner, 1 as place from applications a where a.id in (${chosen})
    union all select 'attachment', t.id, t.application_id, 2 from attachments t where t.removed_at is null and t.application_id in (${chosen})
    union all select 'submission_confirmation', k.id, ${standingFor(sql`k.application_id`)}, 2 from submission_confirmations k where ${standingFor(sql`k.application_id`)} in (${chosen})
    union all select 'guardian_sheet', a.id, a.id, 2 from applications a where a.id in (${chosen})
    union all select 'guardian_consent', g.id, ${standingFor(sql`g.application_id`)}, 2 from guardian_consents g where ${standingFor(sql`g.application_id`)} in (${chosen})
    union all select 'formal_card', f.id, f.application_id, 3 from formal_cards f where f.application_id in (${chosen})
    union all select 'score_card', k.id, k.application_id, 4 from score_cards k where k.application_id in (${chosen})
    union all select 'application_result', a.id, a.id, 5 from applications a where a.id in (${chosen})
    order by place, id`);
  const records = reader.all<Known>(sql`
    select a.id, c.code || '/' || c.year || '/' || printf('%02d', a.number) as code, a.title
    from applications a join calls c on c.id = a.call_id where a.id in (${chosen}) order by a.call_id, a.number`);
  return records.map((record) => owned('applications', record, subjects));
}

function initiatives(reader: Reader, which: SQL): Place[] {
  const chosen = sql`select i.id from initiatives i where ${which}`;
  const subjects = reader.all<OwnedSubject>(sql`
    select 'agreement' as kind, g.id, g.initiative_id as owner, 1 as place from agreements g where g.initiative_id in (${chosen})
    union all select 'settlement', s.id, s.initiative_id, 2 from settlements s where s.initiative_id in (${chosen}) order by place`);
  const records = reader.all<Known>(
    sql`select i.id, i.code, i.title from initiatives i where ${which} order by i.code`,
  );
  return records.map((record) => owned('initiatives', record, subjects));
}

function expenses(reader: Reader, which: SQL): Place[] {
  const rows = reader.all<Parameters<typeof documentLabel>[0] & { id: number; sellerName: string }>(sql`
    select e.id, e.kind, e.number, e.issued_on as issuedOn, e.seller_name as sellerName from expenses e
    where e.state <> 'discarded' and ${which} order by e.issued_on, e.id`);
  return rows.map(({ id, sellerName, ...document }) => ({
    section: 'expenses',
    code: documentLabel(document),
    title: sellerName,
    subjects: [{ kind: 'expense', id }],
  }));
}

/** Condition over the alias `e`: a part of the document falls on such an initiative `i`. */
function partIn(which: SQL): SQL {
  return sql`e.id in (select p.expense_id from expense_parts p join initiatives i on i.id = p.initiative_id where ${which})`;
}

interface Known {
  readonly id: number;
  readonly code: string;
  readonly title: string;
}

interface OwnedSubject extends Subject {
  readonly owner: number;
}

function owned(section: Section, { id, code, title }: Known, all: readonly OwnedSubject[]): Place {
  const subjects = all.filter(({ owner }) => owner === id).map(({ kind, id: subjectId }) => ({ kind, id: subjectId }));
  return { section, code, title, subjects };
}
