import type { Reader } from '../../../db/connection.ts';
import { inputAmount } from '../../../lib/money.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { askedPaths } from '../asked/paths.ts';
import { readFormalCriteria, readMeritCriteria } from '../criteria.ts';
import { type Call, readQuestions } from '../queries.ts';
import { frameOf } from './editor-pages.ts';
import { systemCriteria } from './formal.ts';
import { setupPaths } from './paths.ts';
import { grantLines, readSetUpCosts } from './queries.ts';
import { recordOf } from './raw.ts';
import { mostPoints, storedKey } from './row-forms.ts';
import { rowTexts } from './row-texts.ts';

/** What was typed, with its errors, and whether an empty row is wanted. */
export interface Typed {
  readonly raw?: RawBody;
  readonly errors?: Readonly<Record<string, string>>;
  readonly adding?: boolean;
}

type Fields = Readonly<Record<string, string>>;

/** Stored rows with an empty one where it is wanted, or the rows as typed. A row with an error stands open. */
function rowsOf(
  stored: readonly { key: string; fields: Fields }[],
  empty: Fields,
  { raw, errors = {}, adding }: Typed,
) {
  const place = String(stored.length + 1);
  const blank = { key: 'n1', fields: { ...empty, position: place } };
  const sent = raw === undefined ? undefined : Object.entries(recordOf(raw['rows']));
  const rows =
    sent === undefined
      ? [...stored, ...(adding || stored.length === 0 ? [blank] : [])]
      : sent.map(([key, row]) => ({
          key,
          fields: typedFields(recordOf(row), Object.keys({ ...empty, position: '' })),
        }));
  return rows.map(({ key, fields }) => {
    const own = Object.entries(errors).filter(([path]) => path.startsWith(`rows.${key}.`));
    return {
      key,
      isNew: key.startsWith('n'),
      isOpen: key.startsWith('n') || own.length > 0,
      isRemoved: sent !== undefined && rawText(recordOf(recordOf(raw?.['rows'])[key]), 'remove') === 'tak',
      fields,
      wrong: Object.fromEntries(own.map(([path, words]) => [path.slice(`rows.${key}.`.length), words])),
    };
  });
}

function typedFields(row: RawBody, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, rawText(row, name)]));
}

export function costsPage(reader: Reader, call: Call, typed: Typed = {}) {
  const stored = readSetUpCosts(reader, call.id).map((cost, index) => ({
    key: storedKey(cost.id),
    fields: {
      name: cost.name,
      eligible: cost.isEligible ? 'tak' : 'nie',
      line: String(cost.budgetLineId ?? ''),
      cap: String(cost.capPercent ?? ''),
      threshold: cost.unitThreshold === null ? '' : inputAmount(cost.unitThreshold),
      note: cost.note,
      isPay: cost.isPay ? 'tak' : '',
      position: String(index + 1),
    },
  }));
  const empty = { name: '', eligible: 'tak', line: '', cap: '', threshold: '', note: '', isPay: '' };
  return {
    ...frameOf(call, 'costs'),
    action: setupPaths.costsOf(call.id),
    rows: rowsOf(stored, empty, typed).map((row) => ({ ...row, summary: rowTexts.cost(row.fields) })),
    lines: grantLines(reader, call.taskId).map(({ id, category, year }) => ({
      value: String(id),
      label: rowTexts.line(category, year),
    })),
    eligible: rowTexts.eligible,
  };
}

export function formalPage(reader: Reader, call: Call, typed: Typed = {}) {
  const criteria = readFormalCriteria(reader, call.id);
  const stored = criteria.map(({ id, code, name, knownBy }, index) => ({
    key: storedKey(id),
    fields: { name, knownBy: knownBy === 'system' ? code : 'person', position: String(index + 1) },
  }));
  const free = systemCriteria.filter((code) => !criteria.some((one) => one.code === code));
  return {
    ...frameOf(call, 'formal'),
    action: setupPaths.formalOf(call.id),
    rows: rowsOf(stored, { name: '', knownBy: 'person' }, typed).map((row) => ({
      ...row,
      summary: rowTexts.formal(row.fields),
    })),
    knowers: [
      { value: 'person', label: rowTexts.byPerson },
      ...free.map((code) => ({ value: code, label: rowTexts.bySystem[code] })),
    ],
  };
}

export function faqPage(reader: Reader, call: Call, typed: Typed = {}) {
  const stored = readQuestions(reader, call.id).map(({ id, question, answer }, index) => ({
    key: storedKey(id),
    fields: { name: question, answer, position: String(index + 1) },
  }));
  return {
    ...frameOf(call, 'faq'),
    action: setupPaths.faqOf(call.id),
    rows: rowsOf(stored, { name: '', answer: '' }, typed).map((row) => ({
      ...row,
      summary: rowTexts.question(row.fields),
    })),
    isRead: call.state !== 'draft',
    asked: askedPaths.listOf(call.id),
  };
}

export function meritPage(reader: Reader, call: Call, typed: Typed = {}) {
  const criteria = readMeritCriteria(reader, call.id);
  const stored = criteria.map((one, index) => ({
    key: storedKey(one.id),
    fields: {
      name: one.name,
      description: one.description,
      weight: String(one.weight),
      maxPoints: String(one.maxPoints),
      minPoints: String(one.minPoints ?? ''),
      tieOrder: String(one.tieOrder ?? ''),
      bonus: one.isBonus ? 'tak' : '',
      position: String(index + 1),
    },
  }));
  const empty = { name: '', description: '', weight: '1', maxPoints: '5', minPoints: '', tieOrder: '', bonus: '' };
  const storedWords = (key: string) =>
    new Map(criteria.find(({ id }) => storedKey(id) === key)?.levels.map((one) => [one.points, one.description]));
  return {
    ...frameOf(call, 'merit'),
    action: setupPaths.meritOf(call.id),
    total: call.maxPoints,
    rows: rowsOf(stored, empty, typed).map((row) => ({
      ...row,
      summary: rowTexts.merit(row.fields),
      levels: levelsOf(row, typed.raw, storedWords(row.key)),
    })),
  };
}

/** A field of words for each number of points, and for any beyond the scale that has words already. */
function levelsOf(
  row: { key: string; fields: Fields; wrong: Fields },
  raw: RawBody | undefined,
  stored: ReadonlyMap<number, string>,
) {
  const sent = recordOf(recordOf(recordOf(raw?.['rows'])[row.key])['levels']);
  const scale = Math.min(mostPoints, Number(/^\d{1,2}$/.exec(row.fields['maxPoints'] ?? '')?.[0] ?? 5));
  return Array.from({ length: mostPoints + 1 }, (_, points) => ({
    points,
    words: raw === undefined ? (stored.get(points) ?? '') : rawText(sent, `p${points}`),
    error: row.wrong[`levels.p${points}`] ?? '',
  })).filter(({ points, words }) => points <= scale || words !== '');
}
