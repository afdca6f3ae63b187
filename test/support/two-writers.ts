import {
  costsIn,
  type Marks,
  markOf,
  marksOf,
  textsOf,
  withTexts,
} from '../../src/features/applications/answers/fields.ts';
import { readVersions } from '../../src/features/applications/answers/queries.ts';
import type { Choice } from '../../src/features/applications/answers/settle.ts';
import { type SectionToSave, saveSection } from '../../src/features/applications/commands/save.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { fixedSections } from '../../src/features/applications/paths.ts';
import { storedAs, type TypedSection } from '../../src/features/applications/typed.ts';
import type { Actor } from '../../src/lib/actor.ts';
import type { TestHouse } from './house.ts';

/** Words typed in a test are like no others, so that each can be looked for. */
const wordsIn = (text: string): string[] => text.match(/słowo\d+\./g) ?? [];

/** Fields that are written in, by section; whatever stands in them an application stays complete. */
export const written: Readonly<Record<string, readonly string[]>> = {
  idea: ['title', 'answers.need', 'answers.summary'],
  [fixedSections.applicant]: ['name', 'leaderName', 'city'],
  [fixedSections.costs]: ['costs'],
};

/** A section opened by one person: what the browser holds of it. */
export interface OpenPage {
  readonly applicationId: number;
  readonly actor: Actor;
  readonly section: string;
  readonly name: string;
  readonly shape: TypedSection;
  readonly choices: readonly Choice[];
  texts: Readonly<Record<string, string>>;
  seen: Marks;
  step: number;
  /** Words its person typed, and words its person saw and took away, as `field word`. */
  readonly typed: Set<string>;
  readonly takenAway: Set<string>;
}

const shapes: Readonly<Record<string, TypedSection>> = {
  idea: { kind: 'questions', title: '', answers: { need: '', summary: '' } },
  [fixedSections.costs]: { kind: 'costs', rows: [] },
};

export function openPage(
  { deps }: TestHouse,
  { applicationId, actor, section, name }: Pick<OpenPage, 'applicationId' | 'actor' | 'section' | 'name'>,
): OpenPage {
  const draft = readDraft(deps.db, applicationId);
  if (draft === undefined) throw new Error(`There is no application ${applicationId}`);
  const shape = storedAs(draft, shapes[section] ?? { kind: 'applicant', ...draft.applicant });
  const open = readVersions(deps.db, applicationId).filter(
    ({ field, settledAt }) => settledAt === null && written[section]?.includes(field),
  );
  const choices = open.flatMap(({ id, content }) =>
    (['field', 'other', 'both'] as const).map((stays) => ({ versionId: id, stays, mark: markOf(content) })),
  );
  const typed = { shape, choices, texts: textsOf(shape), seen: marksOf(shape), step: 0 };
  return { applicationId, actor, section, name, ...typed, typed: new Set(), takenAway: new Set() };
}

/** Adds a word to one of the fields, often taking others away. */
export function writeIn(page: OpenPage, word: string, chance: (below: number) => number): void {
  const fields = written[page.section] ?? [];
  const field = fields[chance(fields.length)] ?? '';
  const now = page.texts[field] ?? '';
  const words = wordsIn(now);
  const kept = chance(4) === 0 ? words.filter(() => chance(2) === 0) : words;
  typeOver(page, field, field === 'costs' ? rowsOver(now, word, chance) : [...kept.slice(-8), word].join(' '));
}

/** Puts other words into a field: the new ones are typed, those that are gone were taken away. */
function typeOver(page: OpenPage, field: string, text: string): void {
  const before = wordsIn(page.texts[field] ?? '');
  const after = wordsIn(text);
  for (const word of after.filter((one) => !before.includes(one))) page.typed.add(`${field} ${word}`);
  for (const word of before.filter((one) => !after.includes(one))) page.takenAway.add(`${field} ${word}`);
  page.texts = { ...page.texts, [field]: text };
}

/** What the page sends now, by itself or by its button. */
export function requestOf(page: OpenPage, isAutosave: boolean, choice?: Choice): SectionToSave {
  page.step += 1;
  return {
    ...{ applicationId: page.applicationId, section: page.section, page: page.name, step: page.step, isAutosave },
    ...{ seen: page.seen, typed: withTexts(page.shape, page.texts) },
    ...(choice === undefined ? {} : { choice }),
  };
}

export function deliver({ deps }: TestHouse, page: OpenPage, request: SectionToSave) {
  return saveSection(deps, page.actor, request);
}

/** Every word that stands in an answer or beside it, as `field word`. */
export function findable({ deps }: TestHouse, applicationId: number): Set<string> {
  const draft = readDraft(deps.db, applicationId);
  if (draft === undefined) throw new Error(`There is no application ${applicationId}`);
  const shown = [...Object.values(shapes), { kind: 'applicant' as const, ...draft.applicant }].map((shape) =>
    Object.entries(textsOf(storedAs(draft, shape))),
  );
  const beside = readVersions(deps.db, applicationId).map(({ field, content }) => [field, content] as const);
  return new Set(
    [...shown.flat(), ...beside].flatMap(([field, text]) => wordsIn(text).map((word) => `${field} ${word}`)),
  );
}

/** An estimate with one row more, one row less or another quantity; it stays within the rules of the call. */
function rowsOver(text: string, word: string, chance: (below: number) => number): string {
  const rows = costsIn(text);
  const [, books] = rows;
  const own = rows.findLastIndex(({ name }) => wordsIn(name).length > 0);
  const more = {
    name: word,
    category: books?.category ?? '',
    quantity: '1',
    unit: 'szt.',
    price: '1,05',
    payBasis: '' as const,
  };
  const ways = [
    rows.filter((_, index) => index !== own),
    rows.map((row) => (row === books ? { ...row, quantity: String(20 + chance(9)) } : row)),
    [...rows, more],
  ];
  const changed = ways[own < 0 ? 1 + chance(2) : chance(3)] ?? rows;
  return textsOf({ kind: 'costs', rows: changed })['costs'] ?? '';
}
