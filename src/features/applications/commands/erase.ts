import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import {
  answers,
  applicants,
  applicationMessages,
  applications,
  applicationVersions,
  attachments,
  costLines,
  lateLinks,
  memberInvitations,
  paperArrivals,
  scheduleItems,
} from '../../../db/schema/applications.ts';
import { correctionPoints, correctionRequests } from '../../../db/schema/applications-corrections.ts';
import { answerVersions } from '../../../db/schema/applications-drafts.ts';
import { guardianConsents, guardianRequests } from '../../../db/schema/applications-guardian.ts';
import { erasedWords } from '../../calls/rehearsal/erased.ts';

/**
 * Empties everything that people wrote in applications of a call that was closed for good: drafts, what was submitted and the copies in which it was changed,
 * estimates, messages, reasons, names of guardians. Numbers, amounts, moments and fingerprints stay; files are the store's.
 */
export function eraseApplicationsOf(tx: Tx, callId: number): void {
  const ids = tx.all<{ id: number }>(sql`select id from applications where call_id = ${callId}`).map(({ id }) => id);
  tx.orm.update(applications).set({ title: '' }).where(inArray(applications.id, ids)).run();
  tx.orm.update(applicants).set(nobody).where(inArray(applicants.applicationId, ids)).run();
  tx.orm.update(answers).set({ content: '' }).where(inArray(answers.applicationId, ids)).run();
  tx.orm.update(answerVersions).set({ content: '' }).where(inArray(answerVersions.applicationId, ids)).run();
  const noActivity = { activity: '', startsText: '', endsText: '', place: '' };
  tx.orm.update(scheduleItems).set(noActivity).where(inArray(scheduleItems.applicationId, ids)).run();
  const noCost = { name: '', unit: '', quantityText: '', priceText: '' };
  tx.orm.update(costLines).set(noCost).where(inArray(costLines.applicationId, ids)).run();
  tx.orm.update(attachments).set({ label: '' }).where(inArray(attachments.applicationId, ids)).run();
  tx.orm
    .update(applicationVersions)
    .set({ content: null })
    .where(inArray(applicationVersions.applicationId, ids))
    .run();
  tx.orm.update(applicationMessages).set({ body: '' }).where(inArray(applicationMessages.applicationId, ids)).run();
  tx.orm.update(memberInvitations).set({ email: '' }).where(inArray(memberInvitations.applicationId, ids)).run();
  const noReason = { journalNumber: '', lateReason: '' };
  tx.orm.update(paperArrivals).set(noReason).where(inArray(paperArrivals.applicationId, ids)).run();
  eraseCorrections(tx, ids);
  eraseGuardians(tx, ids);
  tx.orm.update(lateLinks).set({ reason: erasedWords }).where(sql`call_id = ${callId}`).run();
}

function eraseCorrections(tx: Tx, applicationIds: number[]): void {
  const asked = tx.orm
    .select({ id: correctionRequests.id })
    .from(correctionRequests)
    .where(inArray(correctionRequests.applicationId, applicationIds))
    .all()
    .map(({ id }) => id);
  tx.orm.update(correctionPoints).set({ missing: erasedWords }).where(inArray(correctionPoints.requestId, asked)).run();
}

function eraseGuardians(tx: Tx, applicationIds: number[]): void {
  const unnamed = { guardianName: erasedWords, childName: erasedWords };
  tx.orm.update(guardianRequests).set(unnamed).where(inArray(guardianRequests.applicationId, applicationIds)).run();
  const unsaid = { guardianName: '', childName: '', content: null, reason: '' };
  tx.orm.update(guardianConsents).set(unsaid).where(inArray(guardianConsents.applicationId, applicationIds)).run();
}

const nobody: Partial<typeof applicants.$inferInsert> = {
  ...{ name: '', leaderName: '', email: '', phone: '', street: '', postalCode: '', city: '' },
  ...{ registerNumber: '', groupMembers: '', guardianName: '' },
};
