import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import type { Workshop } from '../../../jobs/worker.ts';
import { hasRole } from '../../../lib/actor.ts';
import { type Answer, absent, download } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { judgingVisibleTo } from '../../applications/access.ts';
import { membershipOf, membersOf } from '../../jury/queries.ts';
import type { EveningPaper } from '../documents/evening.ts';
import { reviewPaths } from '../paths.ts';
import { cardsOf } from '../queries.ts';
import { eveningTexts } from '../texts.ts';

/** One file of all applications, and blank cards: made on the spot for whoever is at the door, of what is open at this moment. */
export function eveningRoutes(web: Web, deps: Deps, workshop: Workshop): void {
  const { db, publicUrl } = deps;

  const paper = async (visit: Visit, what: EveningPaper['what'], memberId: number): Promise<Answer> => {
    const callId = visit.id();
    const juror = membersOf(db, callId).find((member) => member.memberId === memberId)?.name;
    const applicationIds = cardsOf(db, memberId).map(({ applicationId }) => applicationId);
    const open = applicationIds.filter((id) => isOpenTo(visit, id));
    if (juror === undefined || open.length === 0) return absent;
    const asked: EveningPaper = { what, callId, juror, applicationIds: open, askedAt: visit.now, publicUrl };
    const bytes = (await workshop.run({ task: 'evening', ...asked })) as Uint8Array;
    return download(eveningTexts.fileName[what], 'application/pdf', Buffer.from(bytes));
  };

  /** The coordinator may be shut out of what is open to the juror. */
  const isOpenTo = ({ actor }: Visit, applicationId: number) =>
    db.get(sql`select 1 from applications a where a.id = ${applicationId} and ${judgingVisibleTo(actor)}`) !==
    undefined;

  web.page(reviewPaths.allApplications, ['juror'], (visit) => {
    const seat = membershipOf(db, visit.personId, visit.id());
    return seat === undefined ? absent : paper(visit, 'applications', seat.memberId);
  });

  web.page(reviewPaths.blankCards, ['juror', 'coordinator'], (visit) => {
    const { osoba } = visit.query;
    if (osoba !== undefined && hasRole(visit.actor, 'coordinator', visit.id()))
      return paper(visit, 'blank_cards', Number(osoba) || 0);
    const seat = membershipOf(db, visit.personId, visit.id());
    return seat === undefined ? absent : paper(visit, 'blank_cards', seat.memberId);
  });
}
