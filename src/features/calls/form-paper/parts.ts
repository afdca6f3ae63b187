import type { Day } from '../../../lib/days.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import { rowsIn } from '../form/answers.ts';
import { hintWithLanguage } from '../form/language-texts.ts';
import { type FormDefinition, languageOf, type Question, questionsOf } from '../form/questions.ts';
import { statementLines, statementOf } from '../form/statements.ts';
import { conditionText } from '../form/texts.ts';
import { answerWords } from '../form/words.ts';
import type { FormBlock, FormPart } from './paper.ts';
import { type ApplicantField, applicantFields, paperTexts } from './texts.ts';

/** What a call asks for, as its paper form needs it. Amounts in grosze, days of Warsaw. */
export interface AskedOnPaper {
  readonly form: FormDefinition;
  readonly kinds: readonly string[];
  readonly categories: readonly string[];
  /** Money may go on pay, so it is asked which sum stands there. */
  readonly asksPay: boolean;
  readonly minGrosze: Grosze;
  readonly maxGrosze: Grosze;
  readonly realisation: { readonly firstOn: Day | null; readonly lastOn: Day | null };
}

/** What is written already; of a blank form nothing. */
export interface WrittenOnPaper {
  /** Name of the kind of applicant. */
  readonly kind: string;
  /** Only these fields are asked for; what is empty gets its lines. */
  readonly applicant: Partial<Readonly<Record<ApplicantField, string>>>;
  readonly title: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly schedule: readonly { readonly activity: string; readonly when: string; readonly place: string }[];
  readonly costs: readonly {
    readonly name: string;
    readonly category: string;
    readonly quantity: string;
    readonly price: string;
  }[];
  readonly attachments: readonly string[];
  /** Codes of the consents given. */
  readonly consents: readonly string[];
}

/** Every part of the form in the order of the screen's; without `written` a blank one. */
export function partsOf(asked: AskedOnPaper, written?: WrittenOnPaper): FormPart[] {
  const title: FormBlock = {
    is: 'field',
    label: paperTexts.title,
    hint: paperTexts.titleHint,
    written: written?.title ?? '',
    lines: 1,
  };
  return [
    { title: paperTexts.applicant, blocks: applicantBlocks(asked, written) },
    ...asked.form.sections.map((section, index) => ({
      title: section.title,
      blocks: [
        ...(index === 0 ? [title] : []),
        ...section.questions.map((question) =>
          questionBlock(question, asked.form, written?.answers[question.code] ?? ''),
        ),
      ],
    })),
    { title: paperTexts.schedule, blocks: [scheduleBlock(asked, written?.schedule ?? [])] },
    { title: paperTexts.costs, blocks: [costsBlock(asked, written?.costs ?? [])] },
    { title: paperTexts.attachments, blocks: [attachmentsBlock(written?.attachments ?? [])] },
    { title: paperTexts.consents, blocks: [consentsBlock(asked, written?.consents ?? [])] },
  ];
}

function applicantBlocks({ kinds }: AskedOnPaper, written: WrittenOnPaper | undefined): FormBlock[] {
  const names = (Object.keys(applicantFields) as ApplicantField[]).filter(
    (name) => written === undefined || name in written.applicant,
  );
  const fields = names.map((name): FormBlock => {
    const { label, hint, lines } = applicantFields[name];
    return {
      is: 'field',
      label,
      hint,
      written: written?.applicant[name] ?? '',
      lines,
    };
  });
  const label = paperTexts.applicantKind;
  const kind: FormBlock =
    written === undefined || written.kind === ''
      ? { is: 'choice', label, options: kinds }
      : { is: 'field', label: paperTexts.applicant, hint: '', written: written.kind, lines: 1 };
  return [kind, ...fields];
}

/** A hand writes some sixty letters a line. */
const lettersALine = 60;
const mostLines = 14;

function questionBlock(question: Question, form: FormDefinition, answer: string): FormBlock {
  const { label, kind } = question;
  const hint = hintOf(question, form);
  if (kind === 'table') {
    const rows = rowsIn(question, answer);
    return {
      is: 'table',
      hints: [label, hint].filter((note) => note !== ''),
      heads: question.columns.map((column) => ({ head: column.label, width: 14 / question.columns.length })),
      rows,
      emptyRows: rows.length === 0 ? Math.min(5, question.mostRows) : 0,
    };
  }
  const written = answerWords(question, answer);
  if (kind === 'file' && written === '')
    return { is: 'choice', label: [label, hint].filter(Boolean).join(' '), options: [paperTexts.enclosed] };
  const lang = languageOf(question);
  if (written !== '') return { is: 'field', label, hint, written, lines: 1, ...(lang === undefined ? {} : { lang }) };
  if (kind === 'choice' || kind === 'many')
    return {
      is: 'choice',
      label: [label, hint].filter(Boolean).join(' '),
      options: question.options.map((one) => one.label),
    };
  if (kind === 'statement') return { is: 'choice', label: hint, options: [label] };
  const lines = kind === 'long' ? Math.min(mostLines, Math.max(4, Math.ceil(question.maxLetters / lettersALine))) : 1;
  return { is: 'field', label, hint, written, lines };
}

/** What stands under a question: its hint, when it is asked at all, whether it must be answered, how long the answer may be. */
function hintOf(question: Question, form: FormDefinition): string {
  const on = questionsOf(form).find(({ code }) => code === question.shownIf?.question);
  const options = on !== undefined && 'options' in on ? on.options : [];
  const values = question.shownIf?.values ?? [];
  const labels = values.map((value) => options.find(({ code }) => code === value)?.label ?? '').filter(Boolean);
  const notes = [
    hintWithLanguage(question),
    on === undefined ? '' : conditionText(on.label, labels),
    question.optional ? paperTexts.optional : '',
    'maxLetters' in question ? paperTexts.letters(question.maxLetters) : '',
    question.kind === 'number' ? question.unit : '',
    question.kind === 'range' ? paperTexts.fromTo : '',
  ];
  return notes
    .filter((note) => note !== '')
    .map(sentenceOf)
    .join(' ');
}

function sentenceOf(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}

function scheduleBlock({ realisation }: AskedOnPaper, rows: WrittenOnPaper['schedule']): FormBlock {
  const { activity, when, place } = paperTexts.scheduleHeads;
  return {
    is: 'table',
    hints: [paperTexts.realisation(realisation.firstOn, realisation.lastOn)],
    heads: [
      { head: activity, width: 6 },
      { head: when, width: 4 },
      { head: place, width: 4 },
    ],
    rows: rows.map((row) => [row.activity, row.when, row.place]),
    emptyRows: rows.length === 0 ? 5 : 0,
  };
}

function costsBlock(
  { categories, asksPay, minGrosze, maxGrosze }: AskedOnPaper,
  rows: WrittenOnPaper['costs'],
): FormBlock {
  const { name, category, quantity, price } = paperTexts.costHeads;
  return {
    is: 'table',
    hints: [
      paperTexts.limits(formatAmount(minGrosze), formatAmount(maxGrosze)),
      ...(rows.length === 0 ? [paperTexts.categories(categories)] : []),
      ...(asksPay && rows.length === 0 ? [paperTexts.pay] : []),
    ],
    heads: [
      { head: name, width: 6 },
      { head: category, width: 4 },
      { head: quantity, width: 3.5 },
      { head: price, width: 3 },
    ],
    rows: rows.map((row) => [row.name, row.category, row.quantity, row.price]),
    emptyRows: rows.length === 0 ? 7 : 0,
  };
}

function attachmentsBlock(names: readonly string[]): FormBlock {
  return { is: 'field', label: '', hint: paperTexts.attachmentsHint, written: names.join('\n'), lines: 2 };
}

function consentsBlock({ form }: AskedOnPaper, given: readonly string[]): FormBlock {
  const texts = (isGiven: boolean) =>
    form.consents.filter(({ code }) => given.includes(code) === isGiven).map(({ text }) => text);
  return {
    ...{ is: 'consents', hint: paperTexts.consentsHint },
    ...{ given: texts(true).map(statementOf), open: texts(false).map(statementLines) },
  };
}
