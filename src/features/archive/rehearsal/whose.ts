import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { WebKit } from '../../../web/kit.ts';
import { claimedLinkId } from '../../accounts/tokens.ts';
import { mayRehearse } from '../../calls/rehearsal/access.ts';
import { rehearsalPaths } from '../../calls/rehearsal/paths.ts';
import { bandTexts } from './texts.ts';

/** The kind of record behind the number in an address, by how the address begins. */
const byPath: readonly (readonly [path: RegExp, kind: string])[] = [
  [/^\/nabory\/([1-9]\d{0,14})(?:\/|$)/, 'call'],
  [/^\/wnioski\/([1-9]\d{0,14})(?:\/|$)/, 'application'],
  [/^\/komisja\/([1-9]\d{0,14})(?:\/|$)/, 'jury_member'],
  [/^\/inicjatywy\/([1-9]\d{0,14})(?:\/|$)/, 'initiative'],
  [/^\/skrzynka\/([1-9]\d{0,14})(?:\/|$)/, 'letter'],
  [/^\/(?:skrzynka|administracja)\/osoby\/([1-9]\d{0,14})(?:\/|$)/, 'person'],
];

/** One-time addresses end with a token that names its link. */
const byToken = /^\/(?:zaproszenie|potwierdzenie|zgoda-opiekuna|wejscie)\/([\w-]{30,100})$/;

/**
 * The rehearsal that an address is about, and whether it is shut to this person: closed, or not played by her. This is the one place where pages,
 * forms and files learn that they belong to a rehearsal.
 */
export function rehearsalAt(reader: Reader, actor: Actor, url: string): ReturnType<WebKit['rehearsalAt']> {
  const which = recordAt(url);
  if (which === undefined) return undefined;
  const found = reader.get<{ callId: number }>(which);
  if (found === undefined) return undefined;
  const { callId } = found;
  const band = { text: bandTexts.text, label: bandTexts.label, href: rehearsalPaths.showOf(callId) };
  return { isShut: !mayRehearse(reader, actor, callId), band, filePrefix: bandTexts.filePrefix };
}

function recordAt(url: string): SQL | undefined {
  const [path = '', query = ''] = url.split('?', 2);
  for (const [pattern, kind] of byPath) {
    const id = pattern.exec(path)?.[1];
    if (id !== undefined) return ofRecord(kind, Number(id));
  }
  const fileId = /^\/pliki\/([1-9]\d{0,14})$/.exec(path)?.[1];
  if (fileId !== undefined)
    return sql`select r.call_id as callId from files f join rehearsed_records r on r.kind = f.subject_kind and r.id = f.subject_id
      where f.id = ${Number(fileId)}`;
  const late = /^\/wnioski\/po-terminie\/([1-9]\d{0,14})$/.exec(path)?.[1];
  if (late !== undefined)
    return sql`select t.call_id as callId from late_links t where t.id = ${Number(late)} and t.call_id not in (select id from real_calls)`;
  const link = claimedLinkId(byToken.exec(path)?.[1] ?? '');
  if (link !== undefined) return ofRecord('sign_in_link', link);
  // As pages read it: `07` is seven too.
  const callId = Number(new URLSearchParams(query).get('nabor') ?? '');
  return callId > 0 && Number.isSafeInteger(callId) ? ofRecord('call', callId) : undefined;
}

const ofRecord = (kind: string, id: number) =>
  sql`select call_id as callId from rehearsed_records where kind = ${kind} and id = ${id}`;
