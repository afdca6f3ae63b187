import { z } from 'zod';
import { type Grosze, parseAmount } from '../../../lib/money.ts';
import { amountMessages } from '../../../lib/polish-messages.ts';
import { countLetters } from '../../../lib/text.ts';
import { wholeNumber } from './answers.ts';
import { unusedCode } from './edits.ts';
import { mostColumns, mostFilesOfQuestion, mostLettersOfAnswer, mostOptions, mostRowsOfTable } from './faults.ts';
import { languages, ownLanguage } from './languages.ts';
import { type Condition, type Option, type Question, type QuestionKind, questionKinds } from './questions.ts';
import { tellsWho } from './telling.ts';
import { fieldTexts } from './texts.ts';

export const limits = { label: 300, hint: 500, unit: 20, option: 200, title: 80, consent: 600, check: 200 } as const;

const words = z.string().catch('');
const upTo = (most: number, message: string) => words.refine((text) => countLetters(text) <= most, message);
const revision = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number)
  .catch(0);
const whole = words.transform((text, context) => {
  const read = text === '' ? null : wholeNumber(text);
  if (read?.ok === false) context.addIssue({ code: 'custom', message: fieldTexts.whole });
  return read?.ok === true ? read.value : null;
});
const amount = words.transform((text, context): Grosze | null => {
  const read = text === '' ? null : parseAmount(text);
  if (read?.ok === false)
    context.addIssue({ code: 'custom', message: amountMessages[read.code as keyof typeof amountMessages] });
  return read?.ok === true ? read.value : null;
});
const lines = words.transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);
const ticks = z.union([z.array(words), words.transform((one) => [one])]).catch([]);

/** A question as its page sends it: fields of kinds other than its own are passed over. */
export const questionForm = z
  .object({
    revision,
    kind: z.enum(questionKinds).catch('long'),
    label: words.refine(
      (text) => text.trim() !== '' && countLetters(text) <= limits.label,
      fieldTexts.label(limits.label),
    ),
    hint: upTo(limits.hint, fieldTexts.hint(limits.hint)),
    optional: words.transform((text) => text !== ''),
    tellsWho: words.transform((text) => text !== ''),
    maxLetters: words,
    language: z.enum([ownLanguage, '', ...languages]).catch(ownLanguage),
    least: whole,
    most: whole,
    unit: upTo(limits.unit, fieldTexts.hint(limits.unit)),
    leastGrosze: amount,
    mostGrosze: amount,
    options: lines,
    columns: lines,
    mostRows: words,
    mostFiles: words,
    inRealisation: words.transform((text) => text !== ''),
    when: ticks.transform((given) => given.filter((one) => one !== '')),
  })
  .superRefine((typed, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const isText = typed.kind === 'short' || typed.kind === 'long';
    const letters = numberBetween(typed.maxLetters, 20, mostLettersOfAnswer);
    if (isText && letters === undefined) wrong('maxLetters', fieldTexts.letters(20, mostLettersOfAnswer));
    if (typed.kind === 'number' && above(typed.least, typed.most)) wrong('most', fieldTexts.leastAboveMost);
    if (typed.kind === 'amount' && above(typed.leastGrosze, typed.mostGrosze))
      wrong('mostGrosze', fieldTexts.leastAboveMost);
    const isList = typed.kind === 'choice' || typed.kind === 'many';
    if (isList && !isListOf(typed.options, 2, mostOptions)) wrong('options', fieldTexts.options(mostOptions));
    if (typed.kind === 'table' && !isListOf(typed.columns, 1, mostColumns))
      wrong('columns', fieldTexts.columns(mostColumns));
    if (typed.kind === 'table' && numberBetween(typed.mostRows, 1, mostRowsOfTable) === undefined)
      wrong('mostRows', fieldTexts.letters(1, mostRowsOfTable));
    if (typed.kind === 'file' && numberBetween(typed.mostFiles, 1, mostFilesOfQuestion) === undefined)
      wrong('mostFiles', fieldTexts.letters(1, mostFilesOfQuestion));
    if (conditionOf(typed.when) === 'of_two') wrong('when', fieldTexts.condition);
  });

export type TypedQuestion = z.output<typeof questionForm>;

function numberBetween(text: string, least: number, most: number): number | undefined {
  const read = wholeNumber(text);
  return read.ok && read.value >= least && read.value <= most ? read.value : undefined;
}

function above(least: number | null, most: number | null): boolean {
  return least !== null && most !== null && least > most;
}

function isListOf(lines: readonly string[], least: number, most: number): boolean {
  const isFit = lines.length >= least && lines.length <= most && new Set(lines).size === lines.length;
  return isFit && lines.every((line) => countLetters(line) <= limits.option);
}

/** Ticks are „code” for any answer or „code=value”; together they may speak of one question only. */
function conditionOf(ticked: readonly string[]): Condition | 'of_two' | undefined {
  const [first] = ticked;
  if (first === undefined) return undefined;
  const parts = ticked.map((tick) => tick.split('='));
  const [question = ''] = parts[0] ?? [];
  if (parts.some(([code]) => code !== question)) return 'of_two';
  // Any answer at all says more than one of them.
  const values = parts.flatMap(([, value]) => value ?? []);
  return { question, values: values.length < parts.length ? [] : values };
}

/** The question that was typed. Options and columns keep their codes by their words, so that answers given keep their meaning. */
export function questionFrom(typed: TypedQuestion, code: string, stored?: Question): Question {
  const { kind, label, hint, optional } = typed;
  const condition = conditionOf(typed.when);
  const asked = {
    ...{ code, label: label.trim(), hint: hint.trim(), optional },
    ...(condition === undefined || condition === 'of_two' ? {} : { shownIf: condition }),
    // Said only where it is not what would be assumed, so that a form nobody changed stays as it was.
    ...(typed.tellsWho === tellsWho({ code }) ? {} : { tellsWho: typed.tellsWho }),
  };
  switch (kind) {
    case 'short':
    case 'long':
      return {
        ...{ ...asked, kind, maxLetters: Number(typed.maxLetters) },
        ...(typed.language === ownLanguage ? {} : { language: typed.language }),
      };
    case 'number':
      return { ...asked, kind, least: typed.least, most: typed.most, unit: typed.unit.trim() };
    case 'amount':
      return { ...asked, kind, leastGrosze: typed.leastGrosze, mostGrosze: typed.mostGrosze };
    case 'choice':
    case 'many':
      return {
        ...asked,
        kind,
        options: named(typed.options, 'o', stored && 'options' in stored ? stored.options : []),
      };
    case 'date':
    case 'range':
      return { ...asked, kind, inRealisation: typed.inRealisation };
    case 'statement':
      return { ...asked, kind };
    case 'table': {
      const columns = named(typed.columns, 'c', stored && 'columns' in stored ? stored.columns : []);
      return { ...asked, kind, columns, mostRows: Number(typed.mostRows) };
    }
    case 'file':
      return { ...asked, kind, mostFiles: Number(typed.mostFiles) };
  }
}

function named(labels: readonly string[], prefix: string, before: readonly Option[]): Option[] {
  const used = before.map(({ code }) => code);
  return labels.map((label) => {
    const known = before.find((option) => option.label === label);
    if (known !== undefined) return known;
    const code = unusedCode(prefix, used);
    used.push(code);
    return { code, label };
  });
}

/** What an empty page of a kind begins with. */
export function emptyQuestion(kind: QuestionKind): Question {
  const asked = { code: '', label: '', hint: '', optional: false };
  switch (kind) {
    case 'short':
    case 'long':
      return { ...asked, kind, maxLetters: kind === 'short' ? 200 : 800 };
    case 'number':
      return { ...asked, kind, least: null, most: null, unit: '' };
    case 'amount':
      return { ...asked, kind, leastGrosze: null, mostGrosze: null };
    case 'choice':
    case 'many':
      return { ...asked, kind, options: [] };
    case 'date':
    case 'range':
      return { ...asked, kind, inRealisation: true };
    case 'statement':
      return { ...asked, kind };
    case 'table':
      return { ...asked, kind, columns: [], mostRows: 10 };
    case 'file':
      return { ...asked, kind, mostFiles: 1 };
  }
}
