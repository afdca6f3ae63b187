import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/connection.ts';
import { diagnosisNeeds, partners, projects } from '../../db/schema/project.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import { type Actor, hasAnyRole } from '../../lib/actor.ts';
import { addDays } from '../../lib/days.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { projectWriters } from './access.ts';
import { findProject, type Project, readProject } from './queries.ts';

export type NewProject = Omit<typeof projects.$inferInsert, 'id' | 'createdAt' | 'version'>;
export type NewPartner = Omit<typeof partners.$inferInsert, 'id' | 'version' | 'removedAt'>;
export type NewNeed = Omit<typeof diagnosisNeeds.$inferInsert, 'id' | 'version' | 'removedAt'>;

/** Returns the project's id. */
export function createProject(tx: Tx, deps: Deps, actor: Actor, data: NewProject): number {
  const row = { ...data, createdAt: deps.clock.now() };
  const { id } = tx.orm.insert(projects).values(row).returning({ id: projects.id }).get();
  record(tx, deps, actor, { what: 'project.created', subject: { kind: 'project', id } });
  return id;
}

export function addPartner(tx: Tx, deps: Deps, actor: Actor, data: NewPartner): number {
  const { id } = tx.orm.insert(partners).values(data).returning({ id: partners.id }).get();
  record(tx, deps, actor, { what: 'partner.added', subject: { kind: 'partner', id }, facts: { kind: data.kind } });
  return id;
}

export function addNeed(tx: Tx, deps: Deps, actor: Actor, data: NewNeed): number {
  const { id } = tx.orm.insert(diagnosisNeeds).values(data).returning({ id: diagnosisNeeds.id }).get();
  record(tx, deps, actor, { what: 'need.added', subject: { kind: 'diagnosis_need', id } });
  return id;
}

/** What staff write about the project; days are Warsaw days. */
export type ProjectText = Omit<Project, 'id' | 'createdAt' | 'version'>;

/**
 * Stores what staff wrote about the one project: its names, who pays, the agreement and its days. Refuses `absent` to whoever is not the whole
 * organisation's coordinator or administrator, `period_reversed`, `payments_too_early`, `report_too_early`, and `edited_meanwhile` unless `version`
 * is the stored one. History keeps the names of the changed fields.
 */
export function saveProject(
  deps: Deps,
  actor: Actor,
  input: { readonly version: number; readonly text: ProjectText },
): Result {
  if (!hasAnyRole(actor, projectWriters, null)) return refused('absent');
  const { text } = input;
  if (text.endsOn < text.startsOn) return refused('period_reversed', { field: 'endsOn' });
  if (text.paymentsUntilOn < text.startsOn) return refused('payments_too_early', { field: 'paymentsUntilOn' });
  if (text.reportDueOn < text.startsOn) return refused('report_too_early', { field: 'reportDueOn' });
  return deps.db.write((tx) => {
    const before = readProject(tx);
    if (before.version !== input.version) return refused('edited_meanwhile');
    const changed = (Object.keys(text) as (keyof ProjectText)[]).filter((field) => before[field] !== text[field]);
    if (changed.length === 0) return done();
    tx.orm
      .update(projects)
      .set({ ...text, version: before.version + 1 })
      .where(eq(projects.id, before.id))
      .run();
    record(tx, deps, actor, {
      what: 'project.changed',
      subject: { kind: 'project', id: before.id },
      facts: { fields: changed.join(' ') },
    });
    return done();
  });
}

/** Moves the periods of costs and payments and the report's day by whole weeks, together with a call's timetable. */
export function moveProjectPeriod(tx: Tx, deps: Deps, actor: Actor, input: { projectId: number; weeks: number }): void {
  const project = findProject(tx, input.projectId);
  if (project === undefined || input.weeks === 0) return;
  const days = input.weeks * 7;
  const moved = {
    startsOn: addDays(project.startsOn, days),
    endsOn: addDays(project.endsOn, days),
    paymentsUntilOn: addDays(project.paymentsUntilOn, days),
    reportDueOn: addDays(project.reportDueOn, days),
  };
  tx.orm
    .update(projects)
    .set({ ...moved, version: project.version + 1 })
    .where(eq(projects.id, project.id))
    .run();
  record(tx, deps, actor, {
    what: 'project.period_moved',
    subject: { kind: 'project', id: project.id },
    from: `${project.startsOn}/${project.endsOn}`,
    to: `${moved.startsOn}/${moved.endsOn}`,
    facts: { weeks: input.weeks },
  });
}
