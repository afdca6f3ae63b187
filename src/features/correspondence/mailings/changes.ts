import { fingerprint } from '../../../lib/fingerprint.ts';
import type { Finished } from './finished.ts';
import type { StoredRecipient } from './queries.ts';

/** How the letters that were seen differ from those that would be written now. Names, for people to read. */
export interface Changes {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Another address or name. */
  readonly moved: readonly string[];
  /** Other words: the text of the mailing, the foot or the data of a record. */
  readonly reworded: readonly string[];
}

/**
 * A letter edited by hand keeps its words, so another text does not count for it; one dropped counts for nothing. Without fresh letters – the text
 * has faults now – every letter would read otherwise.
 */
export function changesSince(stored: readonly StoredRecipient[], fresh: readonly Finished[] | undefined): Changes {
  const kept = stored.filter(({ droppedAt }) => droppedAt === null);
  const isPlain = ({ editedAt }: StoredRecipient) => editedAt === null;
  if (fresh === undefined)
    return { added: [], gone: [], moved: [], reworded: kept.filter(isPlain).map(({ name }) => name) };
  const known = new Set(stored.map(({ key }) => key));
  const now = new Map(fresh.map((one) => [one.key, one]));
  const added = fresh.filter(({ key }) => !known.has(key)).map(({ name }) => name);
  const gone = kept.filter(({ key }) => !now.has(key)).map(({ name }) => name);
  const readdressed = gone.filter((name) => added.includes(name));
  const pairs = kept.flatMap((one) => {
    const other = now.get(one.key);
    return other === undefined ? [] : [{ one, other }];
  });
  const renamed = pairs.filter(({ one, other }) => one.name !== other.name).map(({ one }) => one.name);
  const isReworded = ({ one, other }: (typeof pairs)[number]) =>
    isPlain(one) && (one.subject !== other.subject || one.body !== other.body);
  return {
    added: added.filter((name) => !readdressed.includes(name)),
    gone: gone.filter((name) => !readdressed.includes(name)),
    moved: [...readdressed, ...renamed],
    reworded: pairs.filter(isReworded).map(({ one }) => one.name),
  };
}

export function isAnything(changes: Changes): boolean {
  return Object.values(changes).some((names: readonly string[]) => names.length > 0);
}

/** Empty where nothing changed: what a form says its reader was told of. */
export function fingerprintOfChanges(changes: Changes): string {
  return isAnything(changes) ? fingerprint(changes) : '';
}
