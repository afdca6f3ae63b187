import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasAnyRole } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { foldText } from '../../lib/polish.ts';
import type { TemplateValues } from '../../lib/template.ts';
import type { LetterKinds, ListedKind } from '../../mail/kinds.ts';
import { letterSenders } from './access.ts';

/** Letters of all calls are written from one text: a role held for one of them does not change it. */
export function maySave(actor: Actor): boolean {
  return hasAnyRole(actor, letterSenders, null);
}

/** A kind's part of an address: its name, folded. */
export function slugOf(kind: ListedKind): string {
  return foldText(kind.name).replace(/[^a-z0-9]+/gu, '-');
}

export function kindBySlug(kinds: LetterKinds, slug: string): ListedKind | undefined {
  return Object.values(kinds).find((kind) => slugOf(kind) === slug);
}

/** What a kind's text is tried on: a letter that was written, or the sample of the code. */
export interface Trying {
  readonly values: TemplateValues;
  readonly of: { readonly toName: string; readonly toAddress: string; readonly createdAt: Instant } | undefined;
}

/** The fields of the newest letter of this kind that the reader may open (a condition over the alias `l`), if they are still what the kind has. */
export function newestValues(reader: Reader, kind: ListedKind, mayOpen: SQL): Trying {
  const newest = reader.get<{ fields: string; toName: string; toAddress: string; createdAt: Instant }>(sql`
    select l.fields, l.to_name as toName, l.to_address as toAddress, l.created_at as createdAt
    from letters l where l.kind = ${kind.kind} and l.fields is not null and ${mayOpen} order by l.id desc limit 1`);
  const stored = newest === undefined ? undefined : kind.fields.safeParse(JSON.parse(newest.fields));
  if (newest === undefined || !stored?.success) return { values: kind.sample as TemplateValues, of: undefined };
  const { toName, toAddress, createdAt } = newest;
  return { values: stored.data as TemplateValues, of: { toName, toAddress, createdAt } };
}

export function addressOf(reader: Reader, personId: number): { name: string; email: string | null } | undefined {
  return reader.get<{ name: string; email: string | null }>(
    sql`select name, email from people where id = ${personId} and closed_at is null`,
  );
}
