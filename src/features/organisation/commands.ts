import type { Tx } from '../../db/connection.ts';
import { organisations } from '../../db/schema/organisation.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { type Organisation, readOrganisation } from './queries.ts';

/** What staff write about the organisation. */
export type OrganisationText = Omit<Organisation, 'createdAt' | 'updatedAt' | 'version'>;

type Accessibility = 'buildingAccess' | 'communicationAccess' | 'knownBarriers' | 'accessibilityReviewedOn';

/** The first row's content; accessibility may be described later. */
export type OrganisationData = Omit<OrganisationText, Accessibility> & Partial<Pick<OrganisationText, Accessibility>>;

const subject = { kind: 'organisation', id: 1 } as const;

/** The first row of a new data folder. */
export function seedOrganisation(tx: Tx, deps: Deps, actor: Actor, data: OrganisationData): void {
  const now = deps.clock.now();
  tx.orm
    .insert(organisations)
    .values({ ...data, id: 1, createdAt: now, updatedAt: now })
    .run();
  record(tx, deps, actor, { what: 'organisation.added', subject });
}

/** Refuses `edited_meanwhile` unless `version` is the stored one. History keeps the names of the changed fields. */
export function saveOrganisation(
  deps: Deps,
  actor: Actor,
  input: { readonly version: number; readonly text: OrganisationText },
): Result {
  return deps.db.write((tx) => {
    const before = readOrganisation(tx);
    if (before.version !== input.version) return refused('edited_meanwhile');
    const changed = changedFields(before, input.text);
    if (changed.length === 0) return done();
    tx.orm
      .update(organisations)
      .set({ ...input.text, updatedAt: deps.clock.now(), version: before.version + 1 })
      .run();
    record(tx, deps, actor, { what: 'organisation.changed', subject, facts: { fields: changed.join(' ') } });
    return done();
  });
}

function changedFields(before: Organisation, after: OrganisationText): (keyof OrganisationText)[] {
  return (Object.keys(after) as (keyof OrganisationText)[]).filter((field) => before[field] !== after[field]);
}
