import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/connection.ts';
import { signInLinks } from '../../db/schema/accounts.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { addTime, type Instant } from '../../lib/days.ts';
import { normaliseEmail } from '../../lib/identifiers.ts';
import type { OpenDoor } from '../../mail/compose.ts';
import { sameText } from '../../web/secrets.ts';
import { accountPaths } from './paths.ts';
import { ownerOf } from './queries.ts';
import { claimedLinkId, codeOf, keyedHash, type LinkPurpose, type LinkSeed, tokenOf } from './tokens.ts';

const lifetimeMinutes: Readonly<Record<LinkPurpose, number>> = {
  sign_in: 30,
  confirm_address: 30,
  first_administrator: 24 * 60,
  // What is asked of somebody who does not sit at a computer waits longer; these doors do one thing each and let nobody in by themselves.
  confirm_submission: 3 * 24 * 60,
  member_invitation: 14 * 24 * 60,
  guardian_consent: 14 * 24 * 60,
};

/** Where each door stands. */
const doorOf: Readonly<Record<LinkPurpose, (token: string) => string>> = {
  sign_in: accountPaths.linkOf,
  confirm_address: accountPaths.linkOf,
  first_administrator: accountPaths.firstAdministratorOf,
  confirm_submission: accountPaths.submissionOf,
  member_invitation: accountPaths.invitationOf,
  guardian_consent: accountPaths.guardianOf,
};

/** Wrong codes after which a link is over. */
export const codeTries = 5;

export interface Link extends LinkSeed {
  readonly personId: number | null;
  readonly email: string;
  readonly deviceHash: string | null;
  readonly codeAttempts: number;
  readonly nextPath: string;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

export interface NewLink {
  readonly personId: number | null;
  readonly email: string;
  readonly purpose: LinkPurpose;
  /** The browser that asked and may use the code; null when nobody asked in a browser. */
  readonly device: string | null;
  readonly nextPath: string;
}

/** Writes a link on machine time; its address and code are derived when needed. Returns its id. */
export function createLink(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  link: NewLink,
  what: 'asked' | 'handed' = 'asked',
): number {
  const now = deps.clock.machine();
  const { id } = tx.orm
    .insert(signInLinks)
    .values({
      personId: link.personId,
      email: link.email,
      purpose: link.purpose,
      salt: deps.random.bytes(16).toString('hex'),
      deviceHash: link.device === null ? null : keyedHash(deps.secret, 'device', link.device),
      nextPath: link.nextPath,
      createdAt: now,
      expiresAt: addTime(now, { minutes: lifetimeMinutes[link.purpose] }),
    })
    .returning({ id: signInLinks.id })
    .get();
  record(tx, deps, actor, {
    what: `sign_in_link.${what}`,
    subject: { kind: 'sign_in_link', id },
    facts: { purpose: link.purpose },
  });
  return id;
}

const columns = sql`id, person_id as personId, email, purpose, salt, device_hash as deviceHash, code_attempts as codeAttempts,
  next_path as nextPath, expires_at as expiresAt, used_at as usedAt`;

export function readLink(reader: Reader, id: number): Link | undefined {
  return reader.get<Link>(sql`select ${columns} from sign_in_links where id = ${id}`);
}

/** The link whose token this is; undefined for a forged one. Whether it still works is told by `isOver`. */
export function linkOfToken(reader: Reader, secret: Buffer, token: string): Link | undefined {
  const id = claimedLinkId(token);
  const link = id === undefined ? undefined : readLink(reader, id);
  return link !== undefined && sameText(tokenOf(secret, link), token) ? link : undefined;
}

/** The newest link asked for in this browser that still works. */
export function linkOfDevice(reader: Reader, deps: Deps, device: string): Link | undefined {
  return reader.get<Link>(sql`select ${columns} from sign_in_links where device_hash = ${keyedHash(deps.secret, 'device', device)}
    and used_at is null and expires_at > ${deps.clock.machine()} order by id desc limit 1`);
}

export function isOver(link: Link, machineNow: Instant): boolean {
  return link.usedAt !== null || link.expiresAt <= machineNow || link.codeAttempts >= codeTries;
}

/** Whether this browser is the one that asked for the link. */
export function isAskedHere(deps: Deps, link: Link, device: string): boolean {
  return link.deviceHash === keyedHash(deps.secret, 'device', device);
}

export function markUsed(tx: Tx, deps: Deps, link: Link): void {
  tx.orm.update(signInLinks).set({ usedAt: deps.clock.machine() }).where(eq(signInLinks.id, link.id)).run();
}

/** What the sender of a letter puts in place of „[jednorazowy link]”; undefined when the link is used or over. */
export function openDoor(deps: Deps): OpenDoor {
  return (linkId) => {
    const link = readLink(deps.db, linkId);
    if (link === undefined || isOver(link, deps.clock.machine())) return undefined;
    return { url: deps.publicUrl + doorOf[link.purpose](tokenOf(deps.secret, link)), code: codeOf(deps.secret, link) };
  };
}

export function hasAdministrator(reader: Reader): boolean {
  const grant = sql`select 1 from role_grants g join people p on p.id = g.person_id
    where g.role = 'administrator' and g.call_id is null and g.revoked_at is null and p.closed_at is null`;
  return reader.get(grant) !== undefined;
}

/** A one-time address, good for a day, that makes the first administrator; earlier ones end. Undefined once there is one. */
export function firstAdministratorLink(deps: Deps): string | undefined {
  return deps.db.write((tx) => {
    if (hasAdministrator(tx)) return undefined;
    tx.orm
      .update(signInLinks)
      .set({ usedAt: deps.clock.machine() })
      .where(sql`purpose = 'first_administrator' and used_at is null`)
      .run();
    const id = createLink(
      tx,
      deps,
      { kind: 'system' },
      { personId: null, email: '', purpose: 'first_administrator', device: null, nextPath: accountPaths.home },
      'handed',
    );
    return deps.publicUrl + accountPaths.firstAdministratorOf(tokenOfId(tx, deps, id));
  });
}

/**
 * A one-time address to be handed over where there is no mail: it lets in the open account with this e-mail, or confirms the e-mail of whoever
 * began an application with it; undefined when there is neither.
 */
export function issueHandedLink(deps: Deps, address: string): string | undefined {
  return deps.db.write((tx) => {
    const email = normaliseEmail(address);
    const owner = ownerOf(tx, email);
    if (owner === undefined) return undefined;
    const link = { ...owner, email, device: null, nextPath: accountPaths.home };
    const id = createLink(tx, deps, { kind: 'system' }, link, 'handed');
    return deps.publicUrl + accountPaths.linkOf(tokenOfId(tx, deps, id));
  });
}

function tokenOfId(reader: Reader, deps: Deps, id: number): string {
  const link = readLink(reader, id);
  if (link === undefined) throw new Error(`There is no link ${id}`);
  return tokenOf(deps.secret, link);
}
