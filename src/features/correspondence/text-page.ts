import type { SQL } from 'drizzle-orm';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
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
import { changesBetween, isPlanned, previewOf } from './showing.ts';
import { defaultText, fromWords, inForceWords, liveWords, plannedWords, versionName } from './texts.ts';

/** What stands in the form: as stored, or as typed after a refusal. */
export interface Typed extends WrittenText {
  readonly note: string;
  readonly base: string;
  readonly fromOn: string;
  readonly fromTime: string;
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
  const current = versionInForce(deps.db, deps.clock, kind.kind);
  const text: WrittenText = current ?? kind;
  const now = deps.clock.now();
  const shown = typed ?? {
    ...{ subject: text.subject, body: text.body, note: '' },
    ...{ base: String(number), fromOn: '', fromTime: '' },
  };
  const isStale = typed !== undefined && typed.base !== String(number);
  const slug = slugOf(kind);
  const preview = previewOf(kind, shown, {
    trying: newestValues(deps.db, kind, mayOpen),
    settings: readLetterSettings(deps.db),
    publicUrl: deps.publicUrl,
  });
  return {
    kind: { name: kind.name, when: kind.when, to: kind.to, event: kind.event?.meaning ?? '' },
    typed: shown,
    base: number,
    press: deps.random.bytes(12).toString('base64url'),
    limits,
    maySave: maySave(actor),
    inForce: [inForceWords(current), ...versions.filter((version) => isPlanned(version, now)).map(plannedWords)].join(
      ' ',
    ),
    isUnusable: current !== undefined && !isUsable(kind, current),
    storedNow: isStale
      ? { name: versionName(newest), ...(newest ?? text), changes: changesBetween(newest ?? text, shown) }
      : null,
    fields: fieldsOf(kind).body.map((field) => ({ ...field, isCondition: field.kind === 'condition' })),
    preview,
    trialSent: said.trial ?? '',
    live: said.isLive ? liveWords(preview.wrong) : '',
    versions: historyOf(kind, versions, current, now),
    paths: {
      text: correspondencePaths.textOf(slug),
      preview: correspondencePaths.previewOf(slug),
      restore: correspondencePaths.restoreOf(slug),
      callBack: correspondencePaths.callBackOf(slug),
    },
  };
}

/** Newest first, the default text last; each with what it changed in the one before. */
function historyOf(kind: ListedKind, versions: readonly TextVersion[], current: TextVersion | undefined, now: Instant) {
  const written = versions.map((version, index) => ({
    name: versionName(version),
    number: version.number,
    author: version.author ?? '',
    at: version.createdAt,
    note: version.note,
    begins: version.inForceFrom === version.createdAt ? '' : fromWords(version.inForceFrom),
    isCurrent: version.id === current?.id,
    isPlanned: isPlanned(version, now),
    isCalledBack: version.calledBackAt !== null,
    changes: changesBetween(versions[index + 1] ?? kind, version),
  }));
  const original = {
    ...{ name: defaultText, number: 0, author: '', at: '', note: '', begins: '' },
    ...{ isCurrent: current === undefined, isPlanned: false, isCalledBack: false },
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
