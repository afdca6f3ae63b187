import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { personIdOf } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import type { LetterKind, ListedKind } from '../../mail/kinds.ts';
import {
  addVersion,
  callBack,
  checkText,
  isUsable,
  type LetterSettings,
  readLetterSettings,
  type TextFaults,
  versionInForce,
  versionsOf,
  type WrittenText,
  writeLetterSettings,
} from '../../mail/letter-texts.ts';
import { writeLetter } from '../../mail/write.ts';
import { faultWords } from './fault-texts.ts';
import { addressOf } from './queries.ts';
import { missingWords, noteOfRestored, trialSubject, versionName } from './texts.ts';

interface TypedText extends WrittenText {
  readonly note: string;
  /** The newest version when the form was opened; 0 where there was only the default text. */
  readonly base: number;
  /** When it starts; null = at once. */
  readonly inForceFrom: Instant | null;
}

/**
 * Saves a text as the next version, in force at once or from a later moment; gives its number, 0 when nothing was changed. Refuses a faulty text,
 * `edited_meanwhile` and `starts_in_past`.
 */
export function saveText(deps: Deps, actor: Actor, kind: ListedKind, typed: TypedText): Result<number> {
  const fields = faultsByField(checkText(kind, typed));
  if (Object.keys(fields).length > 0) return refused('text_faulty', { fields });
  return deps.db.write((tx) => {
    const [newest] = versionsOf(tx, kind.kind);
    const number = newest?.number ?? 0;
    if (number !== typed.base) return refused('edited_meanwhile');
    if (typed.inForceFrom !== null && typed.inForceFrom <= deps.clock.now())
      return refused('starts_in_past', { field: 'fromOn' });
    const before: WrittenText = versionInForce(tx, deps.clock, kind.kind) ?? kind;
    if (before.subject === typed.subject && before.body === typed.body) return done(0);
    const { subject, body, note, inForceFrom } = typed;
    const by = personIdOf(actor);
    if (by === null) throw new Error('The text of a letter is written by a person');
    const id = addVersion(tx, deps.clock, {
      kind: kind.kind,
      number: number + 1,
      subject,
      body,
      note,
      by,
      inForceFrom,
    });
    const facts = { letter: kind.kind, number: number + 1, ...(inForceFrom === null ? {} : { inForceFrom }) };
    record(tx, deps, actor, { what: 'letter_text.saved', subject: { kind: 'letter_text', id }, facts });
    return done(number + 1);
  });
}

/** An earlier version, or the default text (0), becomes the newest version once more. */
export function restoreText(
  deps: Deps,
  actor: Actor,
  kind: ListedKind,
  { base, number }: { readonly base: number; readonly number: number },
): Result<number> {
  const version = versionsOf(deps.db, kind.kind).find((stored) => stored.number === number);
  if (number !== 0 && version === undefined) return refused('version_absent');
  const { subject, body }: WrittenText = version ?? kind;
  if (!isUsable(kind, { subject, body })) return refused('version_unusable');
  return saveText(deps, actor, kind, {
    subject,
    body,
    note: noteOfRestored(versionName(version)),
    base,
    inForceFrom: null,
  });
}

/** A version that was to start later never will. Refuses `version_absent` and `version_started`. */
export function callBackText(deps: Deps, actor: Actor, kind: ListedKind, number: number): Result {
  return deps.db.write((tx) => {
    const version = versionsOf(tx, kind.kind).find((stored) => stored.number === number);
    if (version === undefined || version.calledBackAt !== null) return refused('version_absent');
    if (version.inForceFrom <= deps.clock.now()) return refused('version_started');
    callBack(tx, deps.clock, version.id);
    const facts = { letter: kind.kind, number };
    record(tx, deps, actor, {
      what: 'letter_text.called_back',
      subject: { kind: 'letter_text', id: version.id },
      facts,
    });
    return done();
  });
}

/** Sends a text, filled with the sample, to its author: a letter like any other, once for each press. Gives the address. */
export function sendTrial(
  deps: Deps,
  actor: Actor,
  kind: ListedKind,
  typed: WrittenText & { readonly press: string },
): Result<string> {
  const fields = faultsByField(checkText(kind, typed));
  if (Object.keys(fields).length > 0) return refused('text_faulty', { fields });
  const personId = personIdOf(actor);
  const person = personId === null ? undefined : addressOf(deps.db, personId);
  const address = person?.email ?? null;
  if (person === undefined || address === null) return refused('no_address');
  const trial: LetterKind = { ...kind, kind: 'trial', subject: trialSubject(typed.subject), body: typed.body };
  deps.db.write((tx) =>
    writeLetter(tx, deps, trial, {
      to: { personId, name: person.name, address },
      fields: kind.sample,
      about: { kind: 'organisation', id: 1 },
      channel: 'email',
      event: kind.event?.sample,
      uniqueKey: `trial:${personId}:${typed.press}`,
    }),
  );
  return done(address);
}

/** Refuses `edited_meanwhile` unless `version` is the stored one. */
export function saveSettings(deps: Deps, actor: Actor, typed: LetterSettings): Result {
  return deps.db.write((tx) => {
    const before = readLetterSettings(tx);
    if (before.version !== typed.version) return refused('edited_meanwhile');
    const changed = (['replyTo', 'foot'] as const).filter((field) => before[field] !== typed[field]);
    if (changed.length === 0) return done();
    writeLetterSettings(tx, deps.clock, { ...typed, version: before.version + 1 });
    const subject = { kind: 'organisation', id: 1 };
    record(tx, deps, actor, { what: 'letter_settings.changed', subject, facts: { fields: changed.join(' ') } });
    return done();
  });
}

/** Sentences by form field, in the order of the text. */
export function faultsByField({ subject, body, missing }: TextFaults): Record<string, string> {
  const inSubject = subject.map((fault) => faultWords(fault, true));
  const inBody = [...body.map((fault) => faultWords(fault, false)), ...missing.map(missingWords)];
  return {
    ...(inSubject.length === 0 ? {} : { subject: inSubject.join(' ') }),
    ...(inBody.length === 0 ? {} : { body: inBody.join(' ') }),
  };
}
