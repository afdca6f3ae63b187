import type { Reader } from '../../../db/connection.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { projectPaths } from '../paths.ts';
import { findListed, type Listed, type ListedKind, partnerKinds } from '../queries.ts';
import { nothingThere, partnerKindNames } from '../texts.ts';
import { headOf, listedHints, listedLabels, listedLimits, listedTexts } from './texts.ts';

/** The form of a partner or a need: of a new one without `id`, else as it stands, or with what was typed and what somebody else has stored since. */
export function listedPage(reader: Reader, kind: ListedKind, id: number | null, raw?: RawBody): Answer {
  const standing = id === null ? undefined : findListed(reader, kind, id);
  if (id !== null && standing === undefined) return absent;
  const stored = wordsOf(standing);
  const texts = listedTexts[kind];
  const title = id === null ? texts.newTitle : texts.changeTitle;
  const isStale = standing !== undefined && raw !== undefined && rawText(raw, 'version') !== String(standing.version);
  const fields = Object.entries(listedLabels[kind]).map(([name, label]) => ({
    ...{ name, label, hint: listedHints[name] ?? '' },
    value: raw === undefined ? (stored[name] ?? '') : rawText(raw, name),
    stored: shownWord(name, stored[name] ?? ''),
    isChoice: name === 'kind',
    isLong: name === 'description' || name === 'contribution',
    limit: name === 'description' || name === 'contribution' ? listedLimits.words : listedLimits.head,
  }));
  return view('project/listed', title, {
    ...{ title, fields },
    note: texts.note,
    kinds: partnerKinds.map((value) => ({ value, label: partnerKindNames[value] })),
    version: standing?.version ?? 0,
    action: id === null ? projectPaths.newOf(kind) : projectPaths.listedOf(kind, id),
    removal: id === null ? '' : projectPaths.removalOf(kind, id),
    back: projectPaths.show,
    storedNow: fields
      .filter(({ name, value }) => isStale && value !== stored[name])
      .map(({ label, stored: now }) => ({ label, value: now })),
  });
}

/** Asks before it is taken off the list. */
export function listedRemovalPage(reader: Reader, kind: ListedKind, id: number): Answer {
  const standing = findListed(reader, kind, id);
  if (standing === undefined) return absent;
  const texts = listedTexts[kind];
  return view('project/listed-removal', texts.removalTitle, {
    ...{ question: texts.removalQuestion, note: texts.removalWords, crumb: texts.removalTitle },
    name: headOf(standing).head,
    action: projectPaths.removalOf(kind, id),
    back: projectPaths.listedOf(kind, id),
    project: projectPaths.show,
  });
}

function wordsOf(listed: Listed | undefined): Readonly<Record<string, string>> {
  return listed === undefined ? {} : { ...listed.text };
}

function shownWord(name: string, value: string): string {
  if (value === '') return nothingThere;
  return name === 'kind' ? partnerKindNames[value as keyof typeof partnerKindNames] : value;
}
