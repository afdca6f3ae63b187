import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { budgetTasks } from '../../../db/schema/budgets.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Refusal, type Result, refused } from '../../../lib/result.ts';
import { openDraft, touch } from '../commands/drafts.ts';
import { readTasks, type Task } from '../queries.ts';
import type { Version } from '../versions.ts';

interface OnDraft {
  readonly versionId: number;
  readonly revision: number;
}

export interface NamedTask extends OnDraft {
  readonly code: string;
  readonly name: string;
}

/** A task that has no lines yet. Refuses as `openDraft`, `task_code_taken`, `task_name_taken`. */
export function addTask(deps: Deps, actor: Actor, { code, name, ...draft }: NamedTask): Result {
  return deps.db.write((tx) => {
    const version = openDraft(tx, draft);
    if (!version.ok) return version;
    const taken = takenBy(tx, version.value, { code, name });
    if (taken !== undefined) return taken;
    const row = { projectId: version.value.projectId, code, name };
    const { id } = tx.orm.insert(budgetTasks).values(row).returning({ id: budgetTasks.id }).get();
    tell(tx, deps, actor, version.value, { what: 'budget.task_added', task: id, text: wordsOf({ code, name }) });
    return done();
  });
}

/** Gives it another number or name, in every version at once. Refuses as `addTask`, and `absent`. */
export function renameTask(deps: Deps, actor: Actor, { id, code, name, ...draft }: NamedTask & { id: number }): Result {
  return deps.db.write((tx) => {
    const version = openDraft(tx, draft);
    if (!version.ok) return version;
    const before = taskOf(tx, version.value, id);
    if (before === undefined) return refused('absent');
    if (before.code === code && before.name === name) return done();
    const taken = takenBy(tx, version.value, { id, code, name });
    if (taken !== undefined) return taken;
    tx.orm.update(budgetTasks).set({ code, name }).where(eq(budgetTasks.id, id)).run();
    const text = `${wordsOf(before)} → ${wordsOf({ code, name })}`;
    tell(tx, deps, actor, version.value, { what: 'budget.task_renamed', task: id, text });
    return done();
  });
}

/** Removes a task that never had a line. Refuses as `openDraft`, `absent`, `task_has_lines`. */
export function removeTask(deps: Deps, actor: Actor, { id, ...draft }: OnDraft & { id: number }): Result {
  return deps.db.write((tx) => {
    const version = openDraft(tx, draft);
    if (!version.ok) return version;
    const task = taskOf(tx, version.value, id);
    if (task === undefined) return refused('absent');
    if (task.hasLines) return refused('task_has_lines');
    tx.orm.delete(budgetTasks).where(eq(budgetTasks.id, id)).run();
    tell(tx, deps, actor, version.value, { what: 'budget.task_removed', task: id, text: wordsOf(task) });
    return done();
  });
}

function taskOf(tx: Tx, version: Version, id: number): Task | undefined {
  return readTasks(tx, version.projectId).find((task) => task.id === id);
}

/** Two tasks of one number or name could not be told apart where lines are chosen. */
function takenBy(tx: Tx, version: Version, named: { id?: number; code: string; name: string }): Refusal | undefined {
  const others = readTasks(tx, version.projectId).filter(({ id }) => id !== named.id);
  const sameCode = others.find(({ code }) => code === named.code);
  if (sameCode !== undefined)
    return refused('task_code_taken', { field: 'code', facts: { code: sameCode.code, name: sameCode.name } });
  const lower = (text: string) => text.toLocaleLowerCase('pl');
  const sameName = others.find(({ name }) => lower(name) === lower(named.name));
  return sameName && refused('task_name_taken', { field: 'name', facts: { code: sameName.code } });
}

const wordsOf = ({ code, name }: { readonly code: string; readonly name: string }) => `${code}. ${name}`;

interface Said {
  readonly what: string;
  readonly task: number;
  readonly text: string;
}

function tell(tx: Tx, deps: Deps, actor: Actor, version: Version, { what, task, text }: Said): void {
  touch(tx, version, {});
  record(tx, deps, actor, { what, subject: { kind: 'budget_version', id: version.id }, facts: { task }, text });
}
