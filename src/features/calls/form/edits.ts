import { done, type Result, refused } from '../../../lib/result.ts';
import type { AnswerCheck, FormDefinition, FormSection, Question } from './questions.ts';

/** One change of a form in writing. Positions count from 0. */
export type FormEdit =
  | { readonly do: 'add_section'; readonly code: string; readonly title: string }
  | { readonly do: 'rename_section'; readonly section: string; readonly title: string }
  | { readonly do: 'move_section'; readonly section: string; readonly by: -1 | 1 }
  | { readonly do: 'remove_section'; readonly section: string }
  | { readonly do: 'add_question'; readonly section: string; readonly question: Question }
  | { readonly do: 'replace_question'; readonly question: Question }
  | { readonly do: 'move_question'; readonly question: string; readonly by: -1 | 1 }
  | { readonly do: 'remove_question'; readonly question: string }
  | { readonly do: 'set_consents'; readonly consents: FormDefinition['consents'] }
  | { readonly do: 'add_check'; readonly check: AnswerCheck }
  | { readonly do: 'remove_check'; readonly index: number };

/** The form after the change. Refuses `not_in_form` where what is to be changed is gone, and `section_not_empty`. */
export function editedForm(form: FormDefinition, edit: FormEdit): Result<FormDefinition> {
  switch (edit.do) {
    case 'add_section':
      return done({ ...form, sections: [...form.sections, { code: edit.code, title: edit.title, questions: [] }] });
    case 'rename_section':
      return inSection(form, edit.section, (section) => ({ ...section, title: edit.title }));
    case 'move_section':
      return moved(
        form.sections,
        ({ code }) => code === edit.section,
        edit.by,
        (sections) => ({ ...form, sections }),
      );
    case 'remove_section': {
      const section = form.sections.find(({ code }) => code === edit.section);
      if (section === undefined) return refused('not_in_form');
      if (section.questions.length > 0) return refused('section_not_empty');
      return done({ ...form, sections: form.sections.filter((one) => one !== section) });
    }
    case 'add_question':
      return inSection(form, edit.section, (section) => ({
        ...section,
        questions: [...section.questions, edit.question],
      }));
    case 'replace_question':
      return around(form, edit.question.code, (section) => ({
        ...section,
        questions: section.questions.map((one) => (one.code === edit.question.code ? edit.question : one)),
      }));
    case 'move_question':
      return movedQuestion(form, edit.question, edit.by);
    case 'remove_question':
      return around(form, edit.question, (section) => ({
        ...section,
        questions: section.questions.filter(({ code }) => code !== edit.question),
      }));
    case 'set_consents':
      return done({ ...form, consents: edit.consents });
    case 'add_check':
      return done({ ...form, checks: [...(form.checks ?? []), edit.check] });
    case 'remove_check':
      if (form.checks?.[edit.index] === undefined) return refused('not_in_form');
      return done({ ...form, checks: form.checks.filter((_, index) => index !== edit.index) });
  }
}

function inSection(
  form: FormDefinition,
  code: string,
  change: (section: FormSection) => FormSection,
): Result<FormDefinition> {
  if (!form.sections.some((section) => section.code === code)) return refused('not_in_form');
  return done({
    ...form,
    sections: form.sections.map((section) => (section.code === code ? change(section) : section)),
  });
}

/** Changes the section in which a question stands. */
function around(
  form: FormDefinition,
  question: string,
  change: (section: FormSection) => FormSection,
): Result<FormDefinition> {
  const section = form.sections.find(({ questions }) => questions.some(({ code }) => code === question));
  return section === undefined ? refused('not_in_form') : inSection(form, section.code, change);
}

function moved<Item, Whole>(
  items: readonly Item[],
  which: (item: Item) => boolean,
  by: -1 | 1,
  whole: (items: Item[]) => Whole,
): Result<Whole> {
  const from = items.findIndex(which);
  const item = items[from];
  if (item === undefined) return refused('not_in_form');
  const rest = items.filter((one) => one !== item);
  const to = Math.min(rest.length, Math.max(0, from + by));
  return done(whole([...rest.slice(0, to), item, ...rest.slice(to)]));
}

/** Past the edge of its section a question goes on into the next one. */
function movedQuestion(form: FormDefinition, code: string, by: -1 | 1): Result<FormDefinition> {
  const place = form.sections.findIndex(({ questions }) => questions.some((one) => one.code === code));
  const section = form.sections[place];
  const question = section?.questions.find((one) => one.code === code);
  if (section === undefined || question === undefined) return refused('not_in_form');
  const isAtEdge = section.questions.at(by === -1 ? 0 : -1) === question;
  const next = form.sections[place + by];
  if (!isAtEdge)
    return moved(
      section.questions,
      (one) => one === question,
      by,
      (questions) => withQuestions(form, [[section, questions]]),
    );
  if (next === undefined) return done(form);
  return done(
    withQuestions(form, [
      [section, section.questions.filter((one) => one !== question)],
      [next, by === -1 ? [...next.questions, question] : [question, ...next.questions]],
    ]),
  );
}

function withQuestions(
  form: FormDefinition,
  changed: readonly (readonly [section: FormSection, questions: readonly Question[]])[],
): FormDefinition {
  return {
    ...form,
    sections: form.sections.map((section) => {
      const found = changed.find(([one]) => one === section);
      return found === undefined ? section : { ...section, questions: found[1] };
    }),
  };
}

/** A code no version of the form has used: an answer to a removed question must never come up under another. */
export function unusedCode(prefix: string, used: readonly string[]): string {
  const numbers = used.flatMap((code) => {
    const found = new RegExp(`^${prefix}(\\d+)$`, 'u').exec(code);
    return found === null ? [] : [Number(found[1])];
  });
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
