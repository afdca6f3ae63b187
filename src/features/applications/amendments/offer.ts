import type { Deps } from '../../../deps.ts';
import { mayStep } from '../../../lib/transitions.ts';
import type { Visit } from '../../../web/visit.ts';
import { readCall } from '../../calls/queries.ts';
import { untilText } from '../../calls/texts.ts';
import { allows, amendsInName } from '../access.ts';
import type { Submitted } from '../content.ts';
import { openCorrection } from '../corrections/requests.ts';
import { lateLinkOf } from '../late/links.ts';
import { applicationLife } from '../lifecycle.ts';
import { applicationPaths } from '../paths.ts';
import type { ApplicationHead } from '../queries.ts';
import { changeableUntil } from '../window.ts';
import { listAmendments, openAmendment } from './copies.ts';
import { amendHint } from './texts.ts';
import { readVersions } from './versions.ts';

/** What the page of a submitted application says of changing it: the button while it is open, the change being written, and the way to the versions. */
export function amendingOf(deps: Deps, visit: Visit, head: ApplicationHead, sent: Submitted) {
  const mayEdit = (head.right !== null && allows(head.right, 'edit')) || amendsInName(deps.db, visit.actor, head.id);
  const call = readCall(deps.db, head.callId);
  const lateUntil = lateLinkOf(deps.db, head.id)?.untilAt;
  const closesAt = call && changeableUntil(call, visit.now, lateUntil);
  const isOpen = closesAt !== undefined && mayStep(applicationLife, 'amend', head.state);
  // What the library asked for has a card of its own on the page.
  const isAsked = openCorrection(deps.db, head.id, visit.now) !== undefined;
  const begun = mayEdit ? openAmendment(deps.db, head.id) : undefined;
  const amendment = begun?.correctionId === null ? begun : undefined;
  const hasVersions = sent.version > 1 || (head.isOwn && listAmendments(deps.db, head.id).length > 0);
  return {
    mayEdit,
    version: sent.version,
    versionsPage:
      hasVersions && readVersions(deps.db, visit.actor, head.id).length > 0 ? applicationPaths.versionsOf(head.id) : '',
    amending:
      mayEdit && isOpen && !isAsked
        ? {
            action: applicationPaths.amendmentOf(head.id),
            copy: amendment === undefined ? '' : applicationPaths.showOf(amendment.copyId),
            hint: amendHint(untilText(closesAt)),
          }
        : null,
    unsent: amendment !== undefined && !isOpen ? applicationPaths.showOf(amendment.copyId) : '',
  };
}
