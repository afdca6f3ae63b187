import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tx } from '../../../db/connection.ts';
import {
  answers,
  applicants,
  applicationConsents,
  applicationMembers,
  applications,
  attachments,
  costLines,
  scheduleItems,
} from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { addFile, nextId, readFileRecord } from '../../../files/records.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Attachment, readAttachments } from '../drafts.ts';

/** Puts everything written in one application in the place of what another has: on the way into a copy, and back when the copy is sent. */
export function putInPlace(tx: Tx, deps: Deps, actor: Actor, from: number, into: number): void {
  putHead(tx, from, into);
  tx.orm.delete(applicants).where(eq(applicants.applicationId, into)).run();
  for (const row of rowsFor(tx, applicants, from, into)) tx.orm.insert(applicants).values(row).run();
  tx.orm.delete(answers).where(eq(answers.applicationId, into)).run();
  for (const row of rowsFor(tx, answers, from, into)) tx.orm.insert(answers).values(row).run();
  tx.orm.delete(scheduleItems).where(eq(scheduleItems.applicationId, into)).run();
  for (const row of rowsFor(tx, scheduleItems, from, into)) tx.orm.insert(scheduleItems).values(row).run();
  tx.orm.delete(costLines).where(eq(costLines.applicationId, into)).run();
  for (const row of rowsFor(tx, costLines, from, into)) tx.orm.insert(costLines).values(row).run();
  tx.orm.delete(applicationConsents).where(eq(applicationConsents.applicationId, into)).run();
  for (const row of rowsFor(tx, applicationConsents, from, into)) tx.orm.insert(applicationConsents).values(row).run();
  putAttachments(tx, deps, actor, from, into);
}

/** The people of an application are the people of its copy, with the same rights. */
export function putMembers(tx: Tx, from: number, into: number): void {
  tx.orm.delete(applicationMembers).where(eq(applicationMembers.applicationId, into)).run();
  for (const row of rowsFor(tx, applicationMembers, from, into)) tx.orm.insert(applicationMembers).values(row).run();
}

/** The rows of one application as they are to stand in another, with ids of their own: no other room keeps one. */
function rowsFor<Table extends SQLiteTable & { readonly applicationId: SQLiteColumn }>(
  tx: Tx,
  table: Table,
  from: number,
  into: number,
): Omit<Table['$inferSelect'], 'id'>[] {
  const rows: Record<string, unknown>[] = tx.orm
    .select()
    .from(table as SQLiteTable)
    .where(eq(table.applicationId, from))
    .all();
  return rows.map(({ id: _, ...row }) => ({ ...row, applicationId: into })) as Omit<Table['$inferSelect'], 'id'>[];
}

function putHead(tx: Tx, from: number, into: number): void {
  const { title, formTextId, privacyTextId, requestedGrosze } = applications;
  const head = { title, formTextId, privacyTextId, requestedGrosze };
  const row = tx.orm.select(head).from(applications).where(eq(applications.id, from)).get();
  if (row === undefined) throw new Error(`No application ${from}`);
  tx.orm.update(applications).set(row).where(eq(applications.id, into)).run();
}

/** What both have stays the same row, so that a version that names it can still be opened; what only the other has is taken back, never deleted. */
function putAttachments(tx: Tx, deps: Deps, actor: Actor, from: number, into: number): void {
  const [wanted, present] = [readAttachments(tx, from), readAttachments(tx, into)];
  const isSame = (one: Attachment, other: Attachment) =>
    one.sha256 === other.sha256 && one.label === other.label && one.question === other.question;
  for (const gone of present.filter((one) => !wanted.some((other) => isSame(one, other))))
    tx.orm.update(attachments).set({ removedAt: deps.clock.now() }).where(eq(attachments.id, gone.id)).run();
  for (const fresh of wanted.filter((one) => !present.some((other) => isSame(one, other))))
    attachAgain(tx, deps, actor, fresh, into);
}

function attachAgain(tx: Tx, deps: Deps, actor: Actor, { fileId, label, question }: Attachment, into: number): void {
  const file = readFileRecord(tx, fileId);
  if (file === undefined) throw new Error(`The file ${fileId} of an attachment is not in the store`);
  const id = nextId(tx, attachments);
  const copied = addFile(tx, deps.clock, actor, file, file.name, { kind: 'attachment', id });
  tx.orm
    .insert(attachments)
    .values({ id, applicationId: into, fileId: copied, label, question, addedAt: deps.clock.now() })
    .run();
}
