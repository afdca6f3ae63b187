import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import type { Workshop } from '../../../jobs/worker.ts';
import { hasRole } from '../../../lib/actor.ts';
import { absent, download } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { judgingVisibleTo } from '../../applications/access.ts';
import { readCall } from '../../calls/queries.ts';
import { membershipOf, membersOf } from '../../jury/queries.ts';
import { reviewPaths } from '../paths.ts';
import { cardsOf, onlyReadBy } from '../queries.ts';
import { allApplicationsTexts, eveningFiles } from '../texts.ts';

/** One file of all applications, and blank cards: made on the spot for whoever is at the door, of what is open at this moment. */
export function eveningRoutes(web: Web, deps: Deps, workshop: Workshop): void {
  const { db, publicUrl } = deps;

  /** What of the juror's own work is open to whoever asks. */
  const openOf = (visit: Visit, memberId: number) => openAmong(visit, cardsOf(db, memberId));
  const openAmong = (visit: Visit, listed: readonly { applicationId: number }[]) =>
    listed.map(({ applicationId }) => applicationId).filter((id) => isOpenTo(visit, id));
  /** Somebody without a vote takes along what there is to read. */
  const readingOf = (visit: Visit, memberId: number) => {
    const scored = openOf(visit, memberId);
    return scored.length > 0 ? scored : openAmong(visit, onlyReadBy(db, memberId));
  };

  /** The coordinator may be shut out of what is open to the juror. */
  const isOpenTo = ({ actor }: Visit, applicationId: number) =>
    db.get(sql`select 1 from applications a where a.id = ${applicationId} and ${judgingVisibleTo(actor)}`) !==
    undefined;

  web.page(reviewPaths.allApplications, ['juror'], async (visit) => {
    const call = readCall(db, visit.id());
    const seat = call && membershipOf(db, visit.personId, call.id);
    const applicationIds = seat === undefined ? [] : readingOf(visit, seat.memberId);
    if (call === undefined || applicationIds.length === 0) return absent;
    const words = { title: allApplicationsTexts.title(call.title), remark: allApplicationsTexts.remark };
    const asked = { callId: call.id, applicationIds, ...words, askedAt: visit.now, publicUrl };
    return pdf(eveningFiles.applications, await workshop.run({ task: 'applications', ...asked }));
  });

  web.page(reviewPaths.blankCards, ['juror', 'coordinator'], async (visit) => {
    const callId = visit.id();
    const { osoba } = visit.query;
    const isForAnother = osoba !== undefined && hasRole(visit.actor, 'coordinator', callId);
    const memberId = isForAnother ? Number(osoba) : membershipOf(db, visit.personId, callId)?.memberId;
    const juror = membersOf(db, callId).find((member) => member.memberId === memberId);
    const applicationIds = juror === undefined ? [] : openOf(visit, juror.memberId);
    if (juror === undefined || applicationIds.length === 0) return absent;
    const asked = { callId, applicationIds, juror: juror.name, askedAt: visit.now };
    return pdf(eveningFiles.blankCards, await workshop.run({ task: 'blank_cards', ...asked }));
  });
}

const pdf = (name: string, bytes: unknown) => download(name, 'application/pdf', Buffer.from(bytes as Uint8Array));
