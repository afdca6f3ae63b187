import { type FormDefinition, questionsOf } from '../../calls/form/questions.ts';
import type { Attachment } from '../drafts.ts';

/** Files by the words they are known under: what their group called them, else the question they answer. '' where only the file has a name. */
export function labelled(files: readonly Attachment[], form: FormDefinition): Attachment[] {
  const questions = questionsOf(form);
  return files.map((file) => ({
    ...file,
    label: file.label || (questions.find(({ code }) => code === file.question)?.label ?? ''),
  }));
}
