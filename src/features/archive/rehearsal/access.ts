import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { sameAs } from '../../accounts/access.ts';
import { readLink } from '../../accounts/links.ts';
import type { LinkPurpose } from '../../accounts/tokens.ts';
import type { Rehearsal } from '../../calls/rehearsal/queries.ts';

/**
 * Who may use the one-time link of a caught letter from its page: its addressee, who would have it in her own post; and, where it neither opens an account
 * nor proves an address, whoever started it, because such letters go to people who are made up.
 */
export function seesDoor(reader: Reader, actor: Actor, rehearsal: Rehearsal, linkId: number): boolean {
  const link = readLink(reader, linkId);
  if (link === undefined || actor.kind !== 'person') return false;
  const own = sql`select 1 from people p where p.id in ${sameAs(actor.personId)} and (p.id = ${link.personId} or p.email = ${link.email})`;
  if (reader.get(own) !== undefined) return true;
  return opensNoAccount.includes(link.purpose) && rehearsal.startedBy === actor.personId;
}

/** A word at a door, and nobody is let in by it: whoever began the rehearsal plays the mother. */
const opensNoAccount: readonly LinkPurpose[] = ['guardian_consent'];
