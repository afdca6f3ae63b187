import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { budgetAmounts, budgetVersions } from '../../../db/schema/budgets.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Grosze } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { draftVersion, findVersion, type Version, versionInForce, versionLines } from '../versions.ts';
import { insertVersion, lineFor, type NewLine, putInForce } from './versions.ts';

/**
 * Copies the version in force to a new draft, which is no longer an example; a draft already begun is kept. No consent
 * of the funder is asked for here. Returns the draft's id; refuses `draft_only` when nothing is in force.
 */
export function copyToDraft(deps: Deps, actor: Actor, projectId: number): Result<number> {
  return deps.db.write((tx) => {
    const begun = draftVersion(tx, projectId);
    if (begun !== undefined) return done(begun.id);
    const source = versionInForce(tx, projectId);
    if (source === undefined) return refused('draft_only');
    const { grantGrosze, ownGrosze } = source;
    const versionId = insertVersion(tx, deps, {
      projectId,
      grantGrosze,
      ownGrosze,
      isExample: 0,
      basedOnId: source.id,
    });
    for (const line of versionLines(tx, source.id)) {
      tx.orm.insert(budgetAmounts).values({ versionId, lineId: line.id, amountGrosze: line.amount }).run();
    }
    record(tx, deps, actor, {
      what: 'budget.copied',
      subject: { kind: 'budget_version', id: versionId },
      facts: { from: source.id },
    });
    return done(versionId);
  });
}

export interface DraftAmounts {
  readonly versionId: number;
  readonly revision: number;
  readonly grant: Grosze;
  readonly own: Grosze;
  readonly amounts: readonly { readonly lineId: number; readonly amount: Grosze }[];
}

/** Keeps the draft as typed, whether or not it sums. Refuses `draft_only`, `edited_meanwhile`. */
export function saveDraft(deps: Deps, actor: Actor, input: DraftAmounts): Result {
  return deps.db.write((tx) => save(tx, deps, actor, input));
}

/** Keeps the draft and puts it in force, or does neither. Refuses as `saveDraft` and `putInForce` do. */
export function saveAndPutInForce(deps: Deps, actor: Actor, input: DraftAmounts): Result {
  return deps.db.write((tx) => {
    const saved = save(tx, deps, actor, input);
    return saved.ok ? putInForce(tx, deps, actor, input.versionId) : saved;
  });
}

function save(tx: Tx, deps: Deps, actor: Actor, input: DraftAmounts): Result {
  const version = openDraft(tx, input);
  if (!version.ok) return version;
  const facts: Record<string, string | number> = { grant: input.grant, own: input.own };
  for (const line of versionLines(tx, input.versionId)) {
    const given = input.amounts.find((one) => one.lineId === line.id);
    if (given === undefined || given.amount === line.amount) continue;
    const here = and(eq(budgetAmounts.versionId, input.versionId), eq(budgetAmounts.lineId, line.id));
    tx.orm.update(budgetAmounts).set({ amountGrosze: given.amount }).where(here).run();
    facts[`line:${line.id}`] = `${line.amount} -> ${given.amount}`;
  }
  touch(tx, version.value, { grantGrosze: input.grant, ownGrosze: input.own });
  record(tx, deps, actor, {
    what: 'budget.draft_saved',
    subject: { kind: 'budget_version', id: input.versionId },
    facts,
  });
  return done();
}

export interface AddedLine extends NewLine {
  readonly versionId: number;
  readonly revision: number;
}

/** Adds a line to the draft. Refuses `draft_only`, `edited_meanwhile`, `line_repeated`. */
export function addLine(deps: Deps, actor: Actor, input: AddedLine): Result {
  return deps.db.write((tx) => {
    const version = openDraft(tx, input);
    if (!version.ok) return version;
    const lineId = lineFor(tx, version.value.projectId, input);
    if (versionLines(tx, input.versionId).some((line) => line.id === lineId))
      return refused('line_repeated', { field: 'category' });
    tx.orm.insert(budgetAmounts).values({ versionId: input.versionId, lineId, amountGrosze: input.amount }).run();
    touch(tx, version.value, {});
    record(tx, deps, actor, {
      what: 'budget.line_added',
      subject: { kind: 'budget_version', id: input.versionId },
      facts: { line: lineId, amount: input.amount },
    });
    return done();
  });
}

/** The draft, if it is one and at this revision. Refuses `draft_only`, `edited_meanwhile`. */
export function openDraft(tx: Tx, input: { versionId: number; revision: number }): Result<Version> {
  const version = findVersion(tx, input.versionId);
  if (version?.state !== 'draft') return refused('draft_only');
  return version.revision === input.revision ? done(version) : refused('edited_meanwhile');
}

/** Whoever has the draft open learns that it was changed. */
export function touch(tx: Tx, version: Version, changed: { grantGrosze?: Grosze; ownGrosze?: Grosze }): void {
  const row = { ...changed, revision: version.revision + 1 };
  tx.orm.update(budgetVersions).set(row).where(eq(budgetVersions.id, version.id)).run();
}
