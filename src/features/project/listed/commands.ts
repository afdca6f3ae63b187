import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { diagnosisNeeds, partners } from '../../../db/schema/project.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Refusal, type Result, refused } from '../../../lib/result.ts';
import { projectWriters } from '../access.ts';
import { addNeed, addPartner } from '../commands.ts';
import { findListed, type Listed, type ListedKind, readNeeds, readPartners, readProject } from '../queries.ts';
import { headOf } from './texts.ts';

/** Puts a partner or a need on the project's list. Refuses `absent` as `saveProject` does, `listed_already` (the same name, whatever its letters). */
export function addListed(deps: Deps, actor: Actor, listed: Listed): Result {
  if (!hasAnyRole(actor, projectWriters, null)) return refused('absent');
  return deps.db.write((tx) => {
    const repeated = repeats(tx, listed, null);
    if (repeated !== undefined) return repeated;
    const projectId = readProject(tx).id;
    if (listed.kind === 'partner') addPartner(tx, deps, actor, { ...listed.text, projectId });
    else addNeed(tx, deps, actor, { ...listed.text, projectId });
    return done();
  });
}

export interface ChangedListed {
  readonly id: number;
  readonly version: number;
  readonly listed: Listed;
}

/** Stores it anew; an example becomes the library's own. Refuses as `addListed`, and `edited_meanwhile` unless `version` is the stored one. */
export function changeListed(deps: Deps, actor: Actor, { id, version, listed }: ChangedListed): Result {
  if (!hasAnyRole(actor, projectWriters, null)) return refused('absent');
  return deps.db.write((tx) => {
    const before = findListed(tx, listed.kind, id);
    if (before === undefined) return refused('absent');
    if (before.version !== version) return refused('edited_meanwhile');
    const repeated = repeats(tx, listed, id);
    if (repeated !== undefined) return repeated;
    write(tx, listed.kind, id, { ...listed.text, isExample: 0, version: version + 1 });
    record(tx, deps, actor, {
      what: listed.kind === 'partner' ? 'partner.changed' : 'need.changed',
      subject: subjectOf(listed.kind, id),
      text: headOf(listed).head,
    });
    return done();
  });
}

/** Takes it off the list; its row stays, so that its number, which forms name, is never another's. Refuses `absent`. */
export function removeListed(deps: Deps, actor: Actor, { kind, id }: { kind: ListedKind; id: number }): Result {
  if (!hasAnyRole(actor, projectWriters, null)) return refused('absent');
  return deps.db.write((tx) => {
    const standing = findListed(tx, kind, id);
    if (standing === undefined) return refused('absent');
    write(tx, kind, id, { removedAt: deps.clock.now(), version: standing.version + 1 });
    record(tx, deps, actor, {
      what: kind === 'partner' ? 'partner.removed' : 'need.removed',
      subject: subjectOf(kind, id),
      text: headOf(standing).head,
    });
    return done();
  });
}

function repeats(tx: Tx, listed: Listed, own: number | null): Refusal | undefined {
  const { id: projectId } = readProject(tx);
  const others =
    listed.kind === 'partner'
      ? readPartners(tx, projectId).map(({ id, name }) => ({ id, head: name }))
      : readNeeds(tx, projectId).map(({ id, title }) => ({ id, head: title }));
  const { field, head } = headOf(listed);
  const same = (other: string) => other.toLocaleLowerCase('pl') === head.toLocaleLowerCase('pl');
  return others.some((other) => other.id !== own && same(other.head))
    ? refused('listed_already', { field })
    : undefined;
}

type Change = Partial<Listed['text']> & {
  readonly isExample?: 0;
  readonly removedAt?: Instant;
  readonly version: number;
};

function write(tx: Tx, kind: ListedKind, id: number, change: Change): void {
  if (kind === 'partner') tx.orm.update(partners).set(change).where(eq(partners.id, id)).run();
  else tx.orm.update(diagnosisNeeds).set(change).where(eq(diagnosisNeeds.id, id)).run();
}

function subjectOf(kind: ListedKind, id: number) {
  return kind === 'partner' ? { kind: 'partner', id } : { kind: 'diagnosis_need', id };
}
