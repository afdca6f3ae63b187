import type { SubmittedContent } from '../content.ts';
import { blindWords } from './texts.ts';

/**
 * What was sent without what tells who sent it: the applicant's fields, answers to the questions named in `telling` with their files, names of files and
 * the words they were attached under. Free text stands as it was written. Files keep their place and lose their id: nothing can be opened by it.
 */
export function withoutNames(content: SubmittedContent, telling: ReadonlySet<string>): SubmittedContent {
  const { kind, kindName } = content.applicant;
  const attachments = content.attachments.map(({ name, size, question }, index) => ({
    ...{ fileId: 0, sha256: '', label: '', name: neutralName(name, index), size },
    ...(question === undefined ? {} : { question }),
  }));
  const namesOf = (code: string) => attachments.filter(({ question }) => question === code).map(({ name }) => name);
  return {
    ...content,
    applicant: {
      ...{ kind, kindName, name: blindWords.withheld, leaderName: '', email: '', phone: '', address: '' },
      ...{ registerKind: '', registerNumber: '', groupMembers: '', guardianName: '' },
    },
    answers: content.answers.map((answer) => {
      if (telling.has(answer.code)) return { ...answer, text: blindWords.withheld };
      const files = namesOf(answer.code);
      return files.length === 0 ? answer : { ...answer, text: files.join('\n') };
    }),
    attachments: attachments.filter(({ question }) => question === undefined || !telling.has(question)),
  };
}

/** „zalacznik-1.pdf”: the place among what was sent, and what kind of file it is. */
export function neutralName(name: string, index: number): string {
  const ending = /\.(pdf|jpg|jpeg|png|webp)$/iu.exec(name)?.[1]?.toLowerCase();
  return `zalacznik-${index + 1}${ending === undefined ? '' : `.${ending}`}`;
}
