import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { contacts } from '../../db/schema/correspondence.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { type Channel, channelFor } from '../../mail/channels.ts';
import { listLetters } from '../../mail/outbox.ts';
import { askForPaper } from '../../mail/write.ts';
import { sameAs } from '../accounts/access.ts';
import { changePhone } from '../accounts/own.ts';

export interface PostalAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** How a person is written to: what staff wrote down, and where they did not, what the newest application said. */
export interface Contact extends PostalAddress {
  readonly personId: number;
  readonly name: string;
  /** Confirmed; null for somebody without an address. */
  readonly email: string | null;
  readonly phone: string;
  readonly eDelivery: string;
  /** What staff chose; null = by default. */
  readonly chosen: Channel | null;
  /** By which way the next letter goes. */
  readonly channel: Channel;
  /** Postal address or telephone come from the application. */
  readonly isFromApplication: boolean;
  /** 0 where nothing was written down. */
  readonly version: number;
}

/**
 * Of the person or the one it was merged into; undefined for nobody. `mayRead`: from which applications (alias `a`) it may be told; what is drawn or posted
 * may be told from any.
 */
export function contactOf(reader: Reader, personId: number, mayRead = sql`true`): Contact | undefined {
  const person = reader.get<{ id: number; name: string; email: string | null; phone: string }>(sql`
    select p.id, p.name, p.email, p.phone from people asked join people p on p.id = coalesce(asked.merged_into_id, asked.id) where asked.id = ${personId}`);
  if (person === undefined) return undefined;
  const stored = reader.get<PostalAddress & { chosen: Channel | null; eDelivery: string; version: number }>(sql`
    select channel as chosen, street, postal_code as postalCode, city, e_delivery as eDelivery, version from contacts
    where person_id in ${sameAs(person.id)} order by updated_at desc, person_id limit 1`);
  const said = saidInApplication(reader, person.id, mayRead);
  const hasAddress = stored !== undefined && stored.street + stored.postalCode + stored.city !== '';
  const address = hasAddress ? stored : said;
  return {
    personId: person.id,
    name: person.name || (said?.leaderName ?? ''),
    email: person.email,
    phone: person.phone || (said?.phone ?? ''),
    ...{ street: address?.street ?? '', postalCode: address?.postalCode ?? '', city: address?.city ?? '' },
    eDelivery: stored?.eDelivery ?? '',
    chosen: stored?.chosen ?? null,
    channel: channelFor(reader, { personId: person.id, address: person.email ?? '' }),
    isFromApplication: said !== undefined && ((!hasAddress && said.street !== '') || person.phone === ''),
    version: stored?.version ?? 0,
  };
}

/** The newest application that the person leads and sent. */
function saidInApplication(reader: Reader, personId: number, mayRead: SQL) {
  return reader.get<PostalAddress & { phone: string; leaderName: string }>(sql`
    select b.street, b.postal_code as postalCode, b.city, b.phone, b.leader_name as leaderName
    from application_members m join applications a on a.id = m.application_id join applicants b on b.application_id = a.id
    where m.role = 'leader' and a.state <> 'draft' and a.call_id in (select id from real_calls) and m.person_id in ${sameAs(personId)} and ${mayRead} order by a.id desc limit 1`);
}

export interface TypedContact extends PostalAddress {
  readonly channel: Channel | null;
  readonly phone: string;
  readonly eDelivery: string;
  readonly version: number;
}

/**
 * Writes down how a person is written to from now on; papers that wait for the post are drawn anew with the address. Refuses `absent`,
 * `edited_meanwhile`, and a way for which something is missing: `email_missing`, `phone_missing`, `e_delivery_missing`.
 */
export function saveContact(deps: Deps, actor: Actor, personId: number, typed: TypedContact): Result {
  return deps.db.write((tx) => {
    const before = contactOf(tx, personId);
    if (before === undefined) return refused('absent');
    if (before.version !== typed.version) return refused('edited_meanwhile');
    if (typed.channel === 'email' && before.email === null) return refused('email_missing', { field: 'channel' });
    if (typed.channel === 'phone' && typed.phone === '') return refused('phone_missing', { field: 'phone' });
    if (typed.channel === 'e_delivery' && typed.eDelivery === '')
      return refused('e_delivery_missing', { field: 'eDelivery' });
    const { phone, version, ...rest } = typed;
    const values = { ...rest, updatedAt: deps.clock.now(), version: version + 1 };
    tx.orm
      .insert(contacts)
      .values({ ...values, personId: before.personId })
      .onConflictDoUpdate({ target: contacts.personId, set: values })
      .run();
    changePhone(tx, before.personId, phone);
    record(tx, deps, actor, {
      what: 'person.contact_changed',
      subject: { kind: 'person', id: before.personId },
      facts: { channel: typed.channel },
    });
    const waiting = sql`l.to_person_id in ${sameAs(before.personId)} and l.channel = 'print' and l.state = 'waiting'`;
    for (const letter of listLetters(tx, waiting)) askForPaper(tx, deps.clock, actor, letter);
    return done();
  });
}
