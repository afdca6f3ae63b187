import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../db/connection.ts';
import { letterSettings, letterTexts } from '../db/schema/mail.ts';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';
import { checkTemplate, type TemplateFault } from '../lib/template.ts';
import { fieldsOf, type LetterKind } from './kinds.ts';

export interface WrittenText {
  readonly subject: string;
  readonly body: string;
}

/** One saved version; `number` counts from 1 in its kind, the default text of the code is 0. */
export interface TextVersion extends WrittenText {
  readonly id: number;
  readonly number: number;
  readonly note: string;
  readonly inForceFrom: Instant;
  readonly createdAt: Instant;
  /** It was to start later, and was called back before it did. */
  readonly calledBackAt: Instant | null;
  readonly author: string | null;
}

const columns = sql`t.id, t.number, t.subject, t.body, t.note, t.in_force_from as inForceFrom, t.created_at as createdAt,
  t.called_back_at as calledBackAt, p.name as author`;
const rows = sql`letter_texts t left join people p on p.id = t.created_by`;

/** Versions of a kind's text, newest first; without the default text. */
export function versionsOf(reader: Reader, kind: string): TextVersion[] {
  return reader.all<TextVersion>(sql`select ${columns} from ${rows} where t.kind = ${kind} order by t.number desc`);
}

/**
 * The version a letter written now is made from: the one that started last, and of two that started together the later. Undefined where nobody has changed
 * the default text.
 */
export function versionInForce(reader: Reader, clock: Clock, kind: string): TextVersion | undefined {
  return reader.get<TextVersion>(
    sql`select ${columns} from ${rows} where t.kind = ${kind} and t.called_back_at is null and t.in_force_from <= ${clock.now()}
      order by t.in_force_from desc, t.number desc limit 1`,
  );
}

/** What a letter of this kind is written from now, and which version that is: the default text where there is none. */
export function textInForce(
  reader: Reader,
  clock: Clock,
  kind: LetterKind,
): { readonly text: WrittenText; readonly textId: number | null } {
  const version = versionInForce(reader, clock, kind.kind);
  if (version === undefined || !isUsable(kind, version)) return { text: kind, textId: null };
  return { text: version, textId: version.id };
}

/** A text saved for an older program may name a field that is gone: then the default text goes, rather than no letter at all. */
export function isUsable(kind: LetterKind, text: WrittenText): boolean {
  const faults = checkText(kind, text);
  return faults.subject.length + faults.body.length + faults.missing.length === 0;
}

export interface TextFaults {
  readonly subject: readonly TemplateFault[];
  readonly body: readonly TemplateFault[];
  /** Fields without which the letter would be of no use. */
  readonly missing: readonly string[];
}

/** What is wrong with the text of a kind. A letter that opens a door must hold its link and its code. */
export function checkText(kind: LetterKind, { subject, body }: WrittenText): TextFaults {
  const fields = fieldsOf(kind);
  const needed = kind.opensDoor ? ['link', 'code'] : [];
  return {
    subject: checkTemplate(subject, fields.subject),
    body: checkTemplate(body, fields.body),
    missing: needed.filter((name) => !new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`, 'u').test(body)),
  };
}

/** Adds a version, in force from the given moment or at once. The caller has checked the text and that `number` follows the last one. */
export function addVersion(
  tx: Tx,
  clock: Clock,
  version: WrittenText & {
    readonly kind: string;
    readonly number: number;
    readonly note: string;
    readonly by: number;
    readonly inForceFrom: Instant | null;
  },
): number {
  const { by, inForceFrom, ...row } = version;
  const now = clock.now();
  return tx.orm
    .insert(letterTexts)
    .values({ ...row, createdBy: by, inForceFrom: inForceFrom ?? now, createdAt: now })
    .returning({ id: letterTexts.id })
    .get().id;
}

/** Takes a version back before it starts. The caller has checked that it has not. */
export function callBack(tx: Tx, clock: Clock, id: number): void {
  tx.orm.update(letterTexts).set({ calledBackAt: clock.now() }).where(sql`id = ${id}`).run();
}

/** What every letter has. `replyTo` is empty where answers go to the sender's address. */
export interface LetterSettings {
  readonly replyTo: string;
  readonly foot: string;
  readonly version: number;
}

export function readLetterSettings(reader: Reader): LetterSettings {
  return (
    reader.get<LetterSettings>(sql`select reply_to as replyTo, foot, version from letter_settings`) ?? {
      replyTo: '',
      foot: '',
      version: 0,
    }
  );
}

/** The caller has checked that `version` follows the stored one. */
export function writeLetterSettings(tx: Tx, clock: Clock, settings: LetterSettings): void {
  const values = { ...settings, updatedAt: clock.now() };
  tx.orm
    .insert(letterSettings)
    .values({ ...values, id: 1 })
    .onConflictDoUpdate({ target: letterSettings.id, set: values })
    .run();
}

/** A body with the foot of every letter, as it is stored. */
export function withFoot(body: string, { foot }: Pick<LetterSettings, 'foot'>): string {
  return foot === '' ? body : `${body}\n\n${foot}`;
}
