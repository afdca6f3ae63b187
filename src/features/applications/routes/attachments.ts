import type { Deps } from '../../../deps.ts';
import { absent, redirect } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { addAttachments, attachmentLimitBytes, removeAttachment } from '../commands/attach.ts';
import { attachmentForm, nothingAsked } from '../forms.ts';
import { attachmentsPage } from '../pages/attachments.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { flashes } from '../texts/pages.ts';
import { applicationRefusals } from '../texts.ts';

/** Files of a draft: PDF, JPEG and PNG (WebP becomes JPEG), each up to 15 MB. */
export function attachmentRoutes(web: Web, deps: Deps): void {
  const add = (visit: Visit, label: string) => {
    const files = visit.files.filter((file) => file.field === 'file');
    return addAttachments(deps, visit.actor, { applicationId: visit.id(), label, files });
  };

  web.page(applicationPaths.attachments, 'signed_in', (visit) => attachmentsPage(deps, visit));

  web.submit(applicationPaths.attachments, 'signed_in', {
    form: attachmentForm,
    refusals: applicationRefusals,
    fileLimitBytes: attachmentLimitBytes,
    again: (visit, _errors, raw) => attachmentsPage(deps, visit, raw),
    keepFiles: (visit, { label }) => add(visit, label).ok,
    run: (visit, { label }) => {
      const added = add(visit, label);
      if (added.ok)
        return redirect(applicationPaths.sectionOf(visit.id(), fixedSections.attachments), flashes.attached);
      return added.code === 'absent' ? absent : added;
    },
  });

  web.submit(applicationPaths.attachmentRemoval, 'signed_in', {
    form: nothingAsked,
    refusals: applicationRefusals,
    again: (visit) => attachmentsPage(deps, visit),
    run: (visit) => {
      const removed = removeAttachment(deps, visit.actor, {
        applicationId: visit.id(),
        attachmentId: visit.id('attachment'),
      });
      if (removed.ok)
        return redirect(applicationPaths.sectionOf(visit.id(), fixedSections.attachments), flashes.detached);
      return removed.code === 'absent' ? absent : removed;
    },
  });
}
