import { databaseInvariants, type Invariant } from './db/invariant.ts';
import { accountInvariants } from './features/accounts/invariants.ts';
import { accountsLetters } from './features/accounts/letters.ts';
import { agreementFiles } from './features/agreements/access.ts';
import { agreementDocuments } from './features/agreements/documents.ts';
import { agreementInvariants } from './features/agreements/invariants.ts';
import { agreementLetters } from './features/agreements/letters.ts';
import { agreementRecipients } from './features/agreements/recipients.ts';
import { agreementReminders } from './features/agreements/reminders.ts';
import { applicationFiles } from './features/applications/access.ts';
import { assistanceLetters } from './features/applications/assistance/letters.ts';
import { dateLetters } from './features/applications/dates/letters.ts';
import { applicationDocuments } from './features/applications/documents.ts';
import { guardianFiles } from './features/applications/guardian/access.ts';
import { guardianDocuments } from './features/applications/guardian/documents.ts';
import { guardianInvariants } from './features/applications/guardian/invariants.ts';
import { guardianLetters } from './features/applications/guardian/letters.ts';
import { applicationInvariants } from './features/applications/invariants.ts';
import { lateLetters } from './features/applications/late/letters.ts';
import { applicationLetters } from './features/applications/letters.ts';
import { membersLetters } from './features/applications/members/letters.ts';
import { messagesLetters } from './features/applications/messages/letters.ts';
import { applicationRecipients } from './features/applications/recipients.ts';
import { applicationReminders } from './features/applications/reminders.ts';
import { rulesNoticeLetters } from './features/applications/rules-notices/letters.ts';
import { budgetInvariants } from './features/budgets/invariants.ts';
import { callFiles } from './features/calls/access.ts';
import { askedLetters } from './features/calls/asked/letters.ts';
import { callDocuments } from './features/calls/documents.ts';
import { formLetters } from './features/calls/form/letters.ts';
import { callInvariants } from './features/calls/invariants.ts';
import { checkFiles } from './features/checks/access.ts';
import { correctionLetters } from './features/checks/corrections/letters.ts';
import { checkDocuments } from './features/checks/documents.ts';
import { checkInvariants } from './features/checks/invariants.ts';
import { checkLetters } from './features/checks/letters.ts';
import { recheckLetters } from './features/checks/recheck/letters.ts';
import { checkRecipients } from './features/checks/recipients.ts';
import { checkReminders } from './features/checks/reminders.ts';
import { correspondenceDocuments } from './features/correspondence/documents.ts';
import {
  correspondenceInvariants,
  dispatchInvariants,
  mailingInvariants,
} from './features/correspondence/invariants.ts';
import { correspondenceLetters } from './features/correspondence/letters.ts';
import type { RecipientSet } from './features/correspondence/recipient-sets.ts';
import type { ReminderKind } from './features/correspondence/reminder-kinds.ts';
import { teamRecipients } from './features/correspondence/team.ts';
import { decisionFiles } from './features/decisions/access.ts';
import { decisionDocuments } from './features/decisions/documents.ts';
import { decisionInvariants } from './features/decisions/invariants.ts';
import { decisionLetters } from './features/decisions/letters.ts';
import { decisionRecipients } from './features/decisions/recipients.ts';
import { letterFiles } from './features/desk/access.ts';
import { expenseFiles } from './features/expenses/access.ts';
import { expenseDocuments } from './features/expenses/documents.ts';
import { expenseInvariants } from './features/expenses/invariants.ts';
import { initiativeInvariants } from './features/initiatives/invariants.ts';
import { initiativeRecipients } from './features/initiatives/recipients.ts';
import { initiativeReminders } from './features/initiatives/reminders.ts';
import { juryFiles } from './features/jury/access.ts';
import { juryDocuments } from './features/jury/documents.ts';
import { juryLetters } from './features/jury/letters.ts';
import { juryRecipients } from './features/jury/recipients.ts';
import { juryReminders } from './features/jury/reminders.ts';
import { rankingFiles } from './features/ranking/access.ts';
import { rankingDocuments } from './features/ranking/documents.ts';
import { rankingInvariants } from './features/ranking/invariants.ts';
import { reportFiles } from './features/reports/access.ts';
import { reportDocuments } from './features/reports/documents.ts';
import { reviewFiles } from './features/reviews/access.ts';
import { reviewDocuments } from './features/reviews/documents.ts';
import { reviewInvariants } from './features/reviews/invariants.ts';
import { paperLetters } from './features/reviews/paper/letters.ts';
import { reviewRecipients } from './features/reviews/recipients.ts';
import { reviewReminders } from './features/reviews/reminders.ts';
import { settlementFiles } from './features/settlements/access.ts';
import { settlementDocuments } from './features/settlements/documents.ts';
import { settlementInvariants } from './features/settlements/invariants.ts';
import type { FileAccess } from './files/records.ts';
import { historyInvariants } from './history/invariants.ts';
import type { LetterKinds } from './mail/kinds.ts';
import type { DocumentKinds } from './pdf/kinds.ts';

/** What the rooms define and the kernel serves, collected in river order. The server and its worker thread read the same lists. */
export const documentKinds: DocumentKinds = {
  ...correspondenceDocuments,
  ...callDocuments,
  ...applicationDocuments,
  ...guardianDocuments,
  ...checkDocuments,
  ...juryDocuments,
  ...reviewDocuments,
  ...rankingDocuments,
  ...decisionDocuments,
  ...agreementDocuments,
  ...expenseDocuments,
  ...settlementDocuments,
  ...reportDocuments,
};

/** What people are reminded of by the clock; in a letter of several things, in this order. */
export const reminderKinds: readonly ReminderKind[] = [
  ...applicationReminders,
  ...checkReminders,
  ...juryReminders,
  ...reviewReminders,
  ...agreementReminders,
  ...initiativeReminders,
];

export const letterKinds: LetterKinds = {
  ...accountsLetters,
  ...correspondenceLetters,
  ...formLetters,
  ...askedLetters,
  ...applicationLetters,
  ...dateLetters,
  ...rulesNoticeLetters,
  ...lateLetters,
  ...assistanceLetters,
  ...membersLetters,
  ...guardianLetters,
  ...messagesLetters,
  ...checkLetters,
  ...correctionLetters,
  ...recheckLetters,
  ...paperLetters,
  ...juryLetters,
  ...decisionLetters,
  ...agreementLetters,
  ...Object.fromEntries(reminderKinds.map(({ text }) => [text.kind, text])),
};

/** Whom a mailing may be written to, in the order of the river. */
export const recipientSets: readonly RecipientSet[] = [
  ...applicationRecipients,
  ...checkRecipients,
  ...juryRecipients,
  ...reviewRecipients,
  ...decisionRecipients,
  ...initiativeRecipients,
  ...agreementRecipients,
  ...teamRecipients,
];

/** By the kind of record a file belongs to. */
export const fileAccess: FileAccess = {
  ...callFiles,
  ...applicationFiles,
  ...guardianFiles,
  ...checkFiles,
  ...juryFiles,
  ...reviewFiles,
  ...rankingFiles,
  ...decisionFiles,
  ...agreementFiles,
  ...expenseFiles,
  ...settlementFiles,
  ...reportFiles,
  ...letterFiles,
};

/** Truths that hold after every command: `npm run invariants` asks a live database, tests ask theirs. */
export const invariants: readonly Invariant[] = [
  ...databaseInvariants,
  ...historyInvariants,
  ...accountInvariants,
  ...correspondenceInvariants,
  ...dispatchInvariants,
  ...mailingInvariants,
  ...budgetInvariants,
  ...callInvariants,
  ...applicationInvariants,
  ...guardianInvariants,
  ...checkInvariants,
  ...reviewInvariants,
  ...rankingInvariants,
  ...initiativeInvariants,
  ...decisionInvariants,
  ...agreementInvariants,
  ...expenseInvariants,
  ...settlementInvariants,
];
