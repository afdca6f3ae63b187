import type { Deps } from '../../../deps.ts';
import { type Answer, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { mostAttachments } from '../commands/attach.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { labelled } from '../question-files/labels.ts';
import { fileHref } from './content.ts';
import { editingOf, sectionNamed } from './open.ts';
import { frameOf } from './writing.ts';

/** The files of a draft, and the form that adds more. */
export function attachmentsPage(deps: Deps, visit: Visit, raw: RawBody = {}): Answer {
  const writing = editingOf(deps, visit);
  const { draft, rules } = writing;
  const section = sectionNamed(writing, fixedSections.attachments);
  const frame = frameOf(writing, section, visit.now);
  return view('applications/attachments', frame.pageTitle, {
    frame,
    action: applicationPaths.sectionOf(draft.id, section.code),
    label: rawText(raw, 'label'),
    files: labelled(draft.attachments, rules.form).map(({ id, fileId, label, name, size }) => ({
      name: label || name,
      href: fileHref(fileId),
      fileName: name,
      size,
      removal: applicationPaths.attachmentRemovalOf(draft.id, id),
    })),
    most: mostAttachments,
    isFull: draft.attachments.length >= mostAttachments,
  });
}
