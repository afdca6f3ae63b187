import type { Deps } from '../../deps.ts';
import type { FileAccess } from '../../files/records.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { type DocumentKinds, isWorded } from '../../pdf/kinds.ts';
import { checkWording } from '../../pdf/wording/check.ts';
import { drawWording } from '../../pdf/wording/draw.ts';
import {
  type DocumentTextVersion,
  defaultText,
  fits,
  textVersionInForce,
  versionsOfText,
} from '../../pdf/wording/versions.ts';
import { shownPaper } from '../../web/shown-paper.ts';
import { marked } from '../../web/shown-text.ts';
import { faultWords } from './fault-texts.ts';
import { limits } from './forms.ts';
import { correspondencePaths as paths } from './paths.ts';
import { maySave } from './queries.ts';
import { changedLines, isPlanned } from './showing.ts';
import { defaultText as defaultName, inForceWords, liveWords, sampleData, versionName } from './texts.ts';
import { beginsWords, paperData, plannedWords } from './wording-texts.ts';
import { type TriedOn, triedOn, type WordingPlace, wordingPlaces } from './wordings.ts';

/** What the rooms define and this page gathers. */
export interface Papers {
  readonly kinds: DocumentKinds;
  readonly fileAccess: FileAccess;
}

/** What stands in the form: as stored, or as typed after a refusal. */
export interface TypedPaper {
  readonly text: string;
  readonly note: string;
  readonly from: string;
  readonly base: string;
}

/** The page of one text of documents: its words in a form, what it may name and ask for, how the document will read, and every version. */
export function wordingPage(
  deps: Deps,
  actor: Actor,
  papers: Papers,
  place: WordingPlace,
  typed?: TypedPaper,
  isLive = false,
) {
  const { kind, variant } = place;
  const versions = versionsOfText(deps.db, { kind: kind.kind, variant });
  const [newest] = versions;
  const number = newest?.number ?? 0;
  const current = textVersionInForce(deps.db, deps.clock, { kind: kind.kind, variant });
  const inForce = current?.text ?? defaultText(kind, variant);
  const stored = newest?.text ?? inForce;
  const shown = typed ?? { text: inForce, note: '', from: '', base: String(number) };
  const isStale = typed !== undefined && typed.base !== String(number);
  const now = deps.clock.now();
  const preview = previewOf(
    place,
    shown.text,
    triedOn(deps.db, actor, place, {
      ...papers,
      occasion: { askedAt: deps.clock.now(), publicUrl: deps.publicUrl },
    }),
  );
  return {
    name: place.name,
    when: kind.wording.when,
    typed: shown,
    base: number,
    limits,
    maySave: maySave(actor),
    inForce: inForceWords(current),
    planned: versions
      .filter((version) => isPlanned(version, now))
      .map(plannedWords)
      .join(' '),
    isUnusable: current !== undefined && !fits(kind, current.text),
    storedNow: isStale
      ? { name: versionName(newest), text: stored, changes: changesBetween(stored, shown.text) }
      : null,
    fields: kind.wording.fields.map((field) => ({ ...field, isCondition: field.kind === 'condition' })),
    parts: Object.entries(kind.wording.parts).map(([name, { meaning, isNeeded }]) => ({ name, meaning, isNeeded })),
    variants: variantsOf(papers.kinds, place),
    preview,
    live: isLive ? liveWords(preview.wrong) : '',
    versions: historyOf(place, versions, current, now),
    paths: {
      text: paths.paperOf(place.slug),
      preview: paths.paperPreviewOf(place.slug),
      restore: paths.paperRestoreOf(place.slug),
      callBack: paths.paperCallBackOf(place.slug),
    },
  };
}

function variantsOf(kinds: DocumentKinds, { kind, variant }: WordingPlace) {
  const places = wordingPlaces(kinds).filter((place) => place.kind === kind);
  if (places.length === 1) return [];
  return places.map((place) => ({
    label: kind.wording.variants[place.variant]?.name ?? '',
    href: paths.paperOf(place.slug),
    current: place.variant === variant,
  }));
}

/** The document as it would read, or what is wrong with the text. */
function previewOf({ kind: { wording } }: WordingPlace, text: string, tried: TriedOn) {
  const wrong = checkWording(text, wording).map((fault) => faultWords(fault, false));
  const data = tried.subjectId === null ? sampleData : paperData(tried.title);
  if (wrong.length > 0) return { wrong, data, blocks: [] };
  const onScreen = { ...wording, values: (given: unknown) => marked(wording.values(given)) };
  return { wrong, data, blocks: shownPaper((sheet) => drawWording(sheet, onScreen, tried.data, text)) };
}

function changesBetween(earlier: string, later: string) {
  return { subject: [], body: changedLines(earlier, later) };
}

/** Newest first, the default text last; each with what it changed in the one before. */
function historyOf(
  { kind, variant }: WordingPlace,
  versions: readonly DocumentTextVersion[],
  current: DocumentTextVersion | undefined,
  now: Instant,
) {
  const original = defaultText(kind, variant);
  const written = versions.map((version, index) => ({
    ...{ name: versionName(version), number: version.number, at: version.createdAt, note: version.note },
    author: version.author ?? '',
    isCurrent: version.number === current?.number,
    begins: version.inForceFrom === version.createdAt ? '' : beginsWords(version),
    isPlanned: isPlanned(version, now),
    isCalledBack: version.calledBackAt !== null,
    changes: changesBetween(versions[index + 1]?.text ?? original, version.text),
  }));
  const first = {
    ...{ name: defaultName, number: 0, at: '', note: '', author: '', begins: '' },
    ...{ isPlanned: false, isCalledBack: false },
    isCurrent: current === undefined,
    changes: changesBetween(original, original),
  };
  return [...written, first];
}

/** A line of the list of documents: the kind, and each of its texts. */
export function listedPapers(deps: Deps, kinds: DocumentKinds) {
  const places = wordingPlaces(kinds);
  return Object.values(kinds)
    .filter(isWorded)
    .map((kind) => ({
      name: kind.wording.name,
      when: kind.wording.when,
      texts: places
        .filter((place) => place.kind === kind)
        .map((place, _index, { length }) => {
          const version = textVersionInForce(deps.db, deps.clock, { kind: kind.kind, variant: place.variant });
          return {
            label: length === 1 ? '' : (kind.wording.variants[place.variant]?.name ?? ''),
            href: paths.paperOf(place.slug),
            inForce: versionName(version),
            isUnusable: version !== undefined && !fits(kind, version.text),
          };
        }),
    }));
}
