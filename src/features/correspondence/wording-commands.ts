import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import { type Actor, personIdOf } from '../../lib/actor.ts';
import { type Day, startOfDay, warsawDay } from '../../lib/days.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import type { WordedKind } from '../../pdf/kinds.ts';
import { checkWording } from '../../pdf/wording/check.ts';
import {
  addTextVersion,
  callBackTextVersion,
  defaultText,
  fits,
  textVersionInForce,
  versionsOfText,
} from '../../pdf/wording/versions.ts';
import { faultWords } from './fault-texts.ts';
import { noteOfRestored, versionName } from './texts.ts';

interface Which {
  readonly kind: WordedKind;
  readonly variant: string;
}

export interface TypedWording {
  readonly text: string;
  readonly note: string;
  /** The newest version when the form was opened; 0 where there was only the default text. */
  readonly base: number;
  /** The first day it is in force, after today; null: from now on. */
  readonly from: Day | null;
}

/**
 * Saves a document's text as the next version; documents asked for from its beginning on are made of it. Gives its number, 0 when nothing was changed.
 * Refuses a faulty text, `starts_in_past` and `edited_meanwhile`.
 */
export function saveWording(deps: Deps, actor: Actor, { kind, variant }: Which, typed: TypedWording): Result<number> {
  const fields = wordingFaults(kind, typed.text);
  if (Object.keys(fields).length > 0) return refused('text_faulty', { fields });
  const now = deps.clock.now();
  if (typed.from !== null && typed.from <= warsawDay(now)) return refused('starts_in_past', { field: 'from' });
  const inForceFrom = typed.from === null ? now : startOfDay(typed.from);
  const place = { kind: kind.kind, variant };
  return deps.db.write((tx) => {
    const [newest] = versionsOfText(tx, place);
    const number = newest?.number ?? 0;
    if (number !== typed.base) return refused('edited_meanwhile');
    const before = textVersionInForce(tx, deps.clock, place)?.text ?? defaultText(kind, variant);
    if (typed.text === before) return done(0);
    const by = personIdOf(actor);
    if (by === null) throw new Error('The text of a document is written by a person');
    const { text, note } = typed;
    const id = addTextVersion(tx, deps.clock, { ...place, number: number + 1, text, note, by, inForceFrom });
    const facts = { document: kind.kind, variant, number: number + 1, from: warsawDay(inForceFrom) };
    record(tx, deps, actor, { what: 'document_text.saved', subject: { kind: 'document_text', id }, facts });
    return done(number + 1);
  });
}

/** An earlier version, or the default text (0), becomes the newest version once more, from now on. */
export function restoreWording(
  deps: Deps,
  actor: Actor,
  { kind, variant }: Which,
  { base, number }: { readonly base: number; readonly number: number },
): Result<number> {
  const version = versionsOfText(deps.db, { kind: kind.kind, variant }).find((stored) => stored.number === number);
  if (number !== 0 && version === undefined) return refused('version_absent');
  const text = version?.text ?? defaultText(kind, variant);
  if (!fits(kind, text)) return refused('version_unusable');
  const note = noteOfRestored(versionName(version));
  return saveWording(deps, actor, { kind, variant }, { text, note, base, from: null });
}

/** A version that was to begin later never will. Refuses `version_absent` and `version_started`. */
export function callBackWording(deps: Deps, actor: Actor, { kind, variant }: Which, number: number): Result {
  return deps.db.write((tx) => {
    const version = versionsOfText(tx, { kind: kind.kind, variant }).find((stored) => stored.number === number);
    if (version === undefined || version.calledBackAt !== null) return refused('version_absent');
    if (version.inForceFrom <= deps.clock.now()) return refused('version_started');
    callBackTextVersion(tx, deps.clock, version.id);
    const subject = { kind: 'document_text', id: version.id };
    const facts = { document: kind.kind, variant, number };
    record(tx, deps, actor, { what: 'document_text.called_back', subject, facts });
    return done();
  });
}

/** Sentences under the field of the text, in its order; empty when it can be saved. */
export function wordingFaults({ wording }: WordedKind, text: string): { readonly text?: string } {
  const said = checkWording(text, wording).map((fault) => faultWords(fault, false));
  return said.length === 0 ? {} : { text: said.join(' ') };
}
