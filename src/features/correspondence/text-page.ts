import type { SQL } from 'drizzle-orm';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../lib/actor.ts';
import { fieldsOf, type ListedKind } from '../../mail/kinds.ts';
import {
  isUsable,
  readLetterSettings,
  type TextVersion,
  versionInForce,
  versionsOf,
  type WrittenText,
} from '../../mail/letter-texts.ts';
import { limits } from './forms.ts';
import { correspondencePaths } from './paths.ts';
import { maySave, newestValues, slugOf } from './queries.ts';
import { changesBetween, previewOf } from './showing.ts';
import { defaultText, inForceWords, liveWords, versionName } from './texts.ts';

/** What stands in the form: as stored, or as typed after a refusal. */
export interface Typed extends WrittenText {
  readonly note: string;
  readonly base: string;
}

/** What the page says of the last press: a trial letter is on its way, or what is wrong while somebody types. */
export interface Said {
  readonly trial?: string;
  readonly isLive?: true;
}

/** The page of one kind: its text in a form, what it may name, how the letter will look, and every version. */
export function textPage(deps: Deps, actor: Actor, kind: ListedKind, mayOpen: SQL, typed?: Typed, said: Said = {}) {
  const versions = versionsOf(deps.db, kind.kind);
  const [newest] = versions;
  const number = newest?.number ?? 0;
  const text: WrittenText = newest ?? kind;
  const shown = typed ?? { subject: text.subject, body: text.body, note: '', base: String(number) };
  const isStale = typed !== undefined && typed.base !== String(number);
  const slug = slugOf(kind);
  const preview = previewOf(kind, shown, newestValues(deps.db, kind, mayOpen), readLetterSettings(deps.db));
  return {
    kind: { name: kind.name, when: kind.when, to: kind.to },
    typed: shown,
    base: number,
    press: deps.random.bytes(12).toString('base64url'),
    limits,
    maySave: maySave(actor),
    inForce: inForceWords(newest),
    isUnusable: newest !== undefined && !isUsable(kind, newest),
    storedNow: isStale ? { name: versionName(newest), ...text, changes: changesBetween(text, shown) } : null,
    fields: fieldsOf(kind).body.map((field) => ({ ...field, isCondition: field.kind === 'condition' })),
    preview,
    trialSent: said.trial ?? '',
    live: said.isLive ? liveWords(preview.wrong) : '',
    versions: historyOf(kind, versions),
    paths: {
      text: correspondencePaths.textOf(slug),
      preview: correspondencePaths.previewOf(slug),
      restore: correspondencePaths.restoreOf(slug),
    },
  };
}

/** Newest first, the default text last; each with what it changed in the one before. */
function historyOf(kind: ListedKind, versions: readonly TextVersion[]) {
  const written = versions.map((version, index) => ({
    name: versionName(version),
    number: version.number,
    author: version.author ?? '',
    at: version.createdAt,
    note: version.note,
    isCurrent: index === 0,
    changes: changesBetween(versions[index + 1] ?? kind, version),
  }));
  const original = {
    ...{ name: defaultText, number: 0, author: '', at: '', note: '' },
    isCurrent: versions.length === 0,
    changes: changesBetween(kind, kind),
  };
  return [...written, original];
}

/** A line of the list of kinds. */
export function listed(deps: Deps, kind: ListedKind) {
  const version = versionInForce(deps.db, deps.clock, kind.kind);
  return {
    name: kind.name,
    when: kind.when,
    to: kind.to,
    href: correspondencePaths.textOf(slugOf(kind)),
    inForce: versionName(version),
    isUnusable: version !== undefined && !isUsable(kind, version),
  };
}
