import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { languageOf, type Question, questionsOf } from '../../calls/form/questions.ts';
import { answerWords } from '../../calls/form/words.ts';
import type { Writing } from '../pages/writing.ts';
import { payBasisOf } from '../pay/basis.ts';
import { payWords } from '../pay/texts.ts';
import { registerNamed } from '../registers/texts.ts';
import { questionLabels, type Section, sectionOf } from '../sections.ts';
import { fieldName } from '../texts/missing.ts';
import { applicantKindChoices } from '../texts.ts';
import { storedAs } from '../typed.ts';
import { activitiesIn, costsIn, markOf, textsOf } from './fields.ts';
import { type AnswerVersion, readAnswerSavings, readVersions } from './queries.ts';
import { versionTexts } from './texts.ts';

/** The answers of a section that stand in two versions, each beside the other, and what was set aside before. */
export function versionsIn(reader: Reader, writing: Writing, section: Section, personId: number, now: Instant) {
  const versions = readVersions(reader, writing.draft.id).filter(
    ({ field }) => sectionOf(writing.rules.form, field) === section.code,
  );
  const savings = readAnswerSavings(reader, writing.draft.id);
  const labels = questionLabels(writing.rules.form);
  const byOf = (name: string, writtenBy: number, at: Instant) =>
    versionTexts.by({ name, isOwn: writtenBy === personId, at, now });
  const open = versions.filter(({ settledAt }) => settledAt === null);
  const aside = versions.filter(({ settledAt }) => settledAt !== null);
  return {
    texts: versionTexts,
    open: open.map((version) => {
      const last = savings.get(version.field);
      const label = fieldName(version.field, labels);
      return {
        id: `versions-${version.field.replaceAll('.', '-')}`,
        label,
        lang: langOf(writing, version.field),
        sides: [
          {
            head: versionTexts.inField,
            by: last === undefined ? '' : byOf(last.name, last.savedBy, last.savedAt),
            text: wordsOf(writing, version.field, storedText(writing, version.field)),
            choice: choiceOf(version, 'field', label),
          },
          {
            head: versionTexts.other,
            by: byOf(version.name, version.writtenBy, version.writtenAt),
            text: wordsOf(writing, version.field, version.content),
            choice: choiceOf(version, 'other', label),
          },
        ],
        both: isJoinable(writing, version.field) ? choiceOf(version, 'both', label) : null,
      };
    }),
    asideTitle: versionTexts.aside(aside.length),
    aside: aside.map((version) => ({
      lang: langOf(writing, version.field),
      about: versionTexts.asideOf(
        fieldName(version.field, labels),
        byOf(version.name, version.writtenBy, version.writtenAt),
      ),
      text: wordsOf(writing, version.field, version.content),
    })),
  };
}

function choiceOf(version: AnswerVersion, stays: 'field' | 'other' | 'both', label: string) {
  return {
    value: `${version.id}-${stays}-${markOf(version.content)}`,
    text: versionTexts.stays[stays],
    about: versionTexts.about(label),
  };
}

function storedText({ draft }: Writing, field: string): string {
  const [first = '', code = ''] = field.split('.');
  switch (first) {
    case 'title':
      return draft.title;
    case 'answers':
      return draft.answers[code] ?? '';
    case 'schedule':
    case 'costs':
      return textsOf(storedAs(draft, { kind: first, rows: [] }))[first] ?? '';
    case 'given':
      return draft.consents.includes(code) ? versionTexts.given : '';
    default:
      return Object.entries(draft.applicant).find(([name]) => name === first)?.[1] ?? '';
  }
}

/** Long texts and tables can stand one behind the other. */
function isJoinable({ rules }: Writing, field: string): boolean {
  if (field === 'schedule' || field === 'costs' || field === 'groupMembers') return true;
  return questionIn(rules.form, field)?.kind === 'long';
}

/** Of a question answered in another language; '' for the page's own. */
function langOf({ rules }: Writing, field: string): string {
  const question = questionIn(rules.form, field);
  return question === undefined ? '' : (languageOf(question) ?? '');
}

function questionIn(form: Writing['rules']['form'], field: string): Question | undefined {
  return questionsOf(form).find(({ code }) => field === `answers.${code}`);
}

/** An answer as a reader knows it: choices by their names, a row a line. */
function wordsOf({ rules }: Writing, field: string, text: string): string {
  if (text === '') return versionTexts.empty;
  if (field === 'registerKind') return registerNamed(text);
  if (field === 'applicantKind')
    return Object.entries(applicantKindChoices).find(([kind]) => kind === text)?.[1] ?? text;
  if (field === 'schedule') {
    return lines(
      activitiesIn(text).map(({ activity, starts, ends, place }) => [
        activity,
        [starts, ends].filter(Boolean).join('–'),
        place,
      ]),
    );
  }
  if (field === 'costs') {
    return lines(
      costsIn(text).map(({ name, category: id, quantity, unit, price, payBasis }) => {
        const category = rules.categories.find((one) => String(one.id) === id);
        return [
          name,
          category?.name ?? '',
          payWords(payBasisOf({ payBasis }, category)),
          `${quantity} ${unit}`.trim(),
          price === '' ? '' : versionTexts.price(price),
        ];
      }),
    );
  }
  const question = questionIn(rules.form, field);
  return question === undefined ? text : answerWords(question, text);
}

function lines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.filter(Boolean).join(', ')).join('\n');
}
