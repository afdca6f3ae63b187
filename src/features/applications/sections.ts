import type { FormDefinition } from '../calls/form/questions.ts';
import { statementName } from '../calls/form/statements.ts';
import { fixedSections } from './paths.ts';

export type SectionKind = 'applicant' | 'questions' | 'schedule' | 'costs' | 'attachments' | 'consents' | 'check';

export interface Section {
  /** Its last word in the address. */
  readonly code: string;
  readonly kind: SectionKind;
  /** Given by the form for its own sections; null for those every application has. */
  readonly title: string | null;
}

/** The sections of an application in their order. The first of the form's own carries the title of the initiative. */
export function sectionsOf(form: FormDefinition): Section[] {
  const fixed = (kind: keyof typeof fixedSections): Section => ({ code: fixedSections[kind], kind, title: null });
  const questions = form.sections.map(({ code, title }): Section => ({ code, kind: 'questions', title }));
  return [
    fixed('applicant'),
    ...questions,
    fixed('schedule'),
    fixed('costs'),
    fixed('attachments'),
    fixed('consents'),
    fixed('check'),
  ];
}

/** Whether the section asks for the title of the initiative. */
export function asksForTitle(form: FormDefinition, code: string): boolean {
  return form.sections[0]?.code === code;
}

/** The words of every question by its code. */
export function questionLabels(form: FormDefinition): Record<string, string> {
  const questions = form.sections.flatMap((section) => section.questions);
  return Object.fromEntries([
    ...questions.map(({ code, label }) => [code, label]),
    ...form.consents.map(({ code, text }) => [code, statementName(text)]),
  ]);
}

/** Code of the section an answer is written in; undefined where the form no longer asks for it. */
export function sectionOf(form: FormDefinition, field: string): string | undefined {
  const [first = '', code = ''] = field.split('.');
  if (first === 'schedule' || first === 'costs') return fixedSections[first];
  if (first === 'given') return fixedSections.consents;
  if (first === 'title') return form.sections[0]?.code;
  if (first !== 'answers') return fixedSections.applicant;
  return form.sections.find(({ questions }) => questions.some((question) => question.code === code))?.code;
}
