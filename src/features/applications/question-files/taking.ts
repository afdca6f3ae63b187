import type { Deps } from '../../../deps.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import type { FormDefinition } from '../../calls/form/questions.ts';
import { addAttachments, removeAttachment } from '../commands/attach.ts';

/** Of a question's file field; its error stands under `answers.<code>`. */
export function fileField(question: string): string {
  return `answers.${question}`;
}

/**
 * Attaches what was chosen under the questions of a section and takes back what its button asked for. Refuses what `addAttachments` and
 * `removeAttachment` do, and 'too_many_of_question' (facts.most).
 */
export function takeFiles(
  deps: Deps,
  visit: Visit,
  { applicationId, section }: { applicationId: number; section: FormDefinition['sections'][number] | undefined },
  raw: RawBody,
): Result {
  for (const question of section?.questions ?? []) {
    if (question.kind !== 'file') continue;
    const field = fileField(question.code);
    const files = visit.files.filter((file) => file.field === field);
    if (files.length === 0) continue;
    const place = { question: question.code, most: question.mostFiles };
    const added = addAttachments(deps, visit.actor, { applicationId, label: '', files, place });
    if (!added.ok) return refused(added.code, { field, ...(added.facts === undefined ? {} : { facts: added.facts }) });
  }
  const detached = Number(rawText(raw, 'detach'));
  return Number.isSafeInteger(detached) && detached > 0
    ? removeAttachment(deps, visit.actor, { applicationId, attachmentId: detached })
    : done();
}
