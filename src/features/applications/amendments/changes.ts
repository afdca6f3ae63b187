import { isDeepStrictEqual } from 'node:util';
import type { Difference } from '../../../lib/differences.ts';
import { statementLines } from '../../calls/form/statements.ts';
import { changedLines } from '../../correspondence/showing.ts';
import type { SubmittedContent } from '../content.ts';
import { registerText } from '../registers/texts.ts';
import { applicantLabels } from '../texts/pages.ts';
import { sectionTitles } from '../texts.ts';
import { amountWords, changeLabels, costWords, fileWords, otherFile, scheduleWords } from './texts.ts';

/** One thing that two versions of an application say differently, in lines of words that stayed, went or came. */
export interface Change {
  readonly label: string;
  /** Of the words; '' where it is the page's. */
  readonly lang: string;
  readonly lines: readonly (readonly Difference[])[];
}

/** What the later version says otherwise, in the order of the form; empty for versions that say the same. */
export function changesBetween(earlier: SubmittedContent, later: SubmittedContent): Change[] {
  return [
    ...changed(changeLabels.title, earlier.title, later.title),
    ...changesOfApplicant(earlier, later),
    ...changesOfAnswers(earlier, later),
    ...changedRows(sectionTitles.schedule, earlier.schedule.map(scheduleWords), later.schedule.map(scheduleWords)),
    ...changedRows(sectionTitles.costs, earlier.costs.map(costWords), later.costs.map(costWords)),
    ...changedRows(changeLabels.total, [amountWords(earlier)], [amountWords(later)]),
    ...changesOfFiles(earlier, later),
    ...changedRows(
      sectionTitles.consents,
      earlier.consents.map(({ text }) => statementLines(text)),
      later.consents.map(({ text }) => statementLines(text)),
    ),
  ];
}

function changesOfApplicant(earlier: SubmittedContent, later: SubmittedContent): Change[] {
  const names = Object.keys(applicantLabels) as (keyof typeof applicantLabels)[];
  const said = ({ applicant }: SubmittedContent, name: (typeof names)[number]) =>
    [name === 'registerNumber' ? registerText(applicant) : applicant[name]].filter(Boolean);
  return names.flatMap((name) => changedRows(applicantLabels[name], said(earlier, name), said(later, name)));
}

/** By the code of the question, whose label may have been put otherwise in a newer form. */
function changesOfAnswers(earlier: SubmittedContent, later: SubmittedContent): Change[] {
  const gone = earlier.answers.filter(({ code }) => !later.answers.some((one) => one.code === code));
  return [
    ...later.answers.flatMap(({ code, label, text, language }) =>
      changed(label, earlier.answers.find((one) => one.code === code)?.text ?? '', text, language),
    ),
    ...gone.flatMap(({ label, text, language }) => changed(label, text, '', language)),
  ];
}

/** By what is in them: another file under the name of the one that went is said to be another. */
function changesOfFiles(earlier: SubmittedContent, later: SubmittedContent): Change[] {
  const kept = (files: SubmittedContent['attachments'], others: SubmittedContent['attachments']) =>
    without(files.map(fileMark), others.map(fileMark));
  const wordsOf = (content: SubmittedContent, marks: readonly string[]) =>
    content.attachments.filter((file) => marks.includes(fileMark(file))).map(fileWords);
  const gone = wordsOf(earlier, kept(earlier.attachments, later.attachments));
  const came = wordsOf(later, kept(later.attachments, earlier.attachments));
  return changedRows(
    sectionTitles.attachments,
    gone,
    came.map((words) => (gone.includes(words) ? otherFile(words) : words)),
  );
}

/** What makes a file the same to a version: its bytes, under the same label, to the same question. */
const fileMark = ({ sha256, label, question = '' }: SubmittedContent['attachments'][number]) =>
  JSON.stringify([sha256, label, question]);

/** Whether sending the later would be refused as no change: not a letter differs, also where `changesBetween` has nothing to show. */
export function saysTheSame(earlier: SubmittedContent, later: SubmittedContent): boolean {
  const whole = ({ attachments, ...content }: SubmittedContent) => ({
    ...content,
    attachments: attachments.map(fileMark).sort(),
  });
  return isDeepStrictEqual(whole(earlier), whole(later));
}

function changed(label: string, earlier: string, later: string, lang = ''): Change[] {
  return earlier === later ? [] : [{ label, lang, lines: changedLines(earlier, later) }];
}

/** Rows that stayed are left out; whole rows went or came, so that a sum is never read from halves of two. */
function changedRows(label: string, earlier: readonly string[], later: readonly string[]): Change[] {
  const gone = without(earlier, later).map((text): Difference[] => [{ kind: 'removed', text }]);
  const came = without(later, earlier).map((text): Difference[] => [{ kind: 'added', text }]);
  return gone.length + came.length === 0 ? [] : [{ label, lang: '', lines: [...gone, ...came] }];
}

/** The rows that the others have not, as many times as they have fewer. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return rows.filter((row) => {
    const found = left.indexOf(row);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}
