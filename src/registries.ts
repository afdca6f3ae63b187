import { databaseInvariants, type Invariant } from './db/invariant.ts';
import { accountInvariants } from './features/accounts/invariants.ts';
import { accountsLetters } from './features/accounts/letters.ts';
import { agreementFiles } from './features/agreements/access.ts';
import { agreementDocuments } from './features/agreements/documents.ts';
import { agreementInvariants } from './features/agreements/invariants.ts';
import { agreementLetters } from './features/agreements/letters.ts';
import { applicationFiles } from './features/applications/access.ts';
import { applicationDocuments } from './features/applications/documents.ts';
import { applicationInvariants } from './features/applications/invariants.ts';
import { applicationLetters } from './features/applications/letters.ts';
import { budgetInvariants } from './features/budgets/invariants.ts';
import { callInvariants } from './features/calls/invariants.ts';
import { checkInvariants } from './features/checks/invariants.ts';
import { checkLetters } from './features/checks/letters.ts';
import { decisionInvariants } from './features/decisions/invariants.ts';
import { decisionLetters } from './features/decisions/letters.ts';
import { expenseFiles } from './features/expenses/access.ts';
import { expenseDocuments } from './features/expenses/documents.ts';
import { expenseInvariants } from './features/expenses/invariants.ts';
import { initiativeInvariants } from './features/initiatives/invariants.ts';
import { juryLetters } from './features/jury/letters.ts';
import { rankingFiles } from './features/ranking/access.ts';
import { rankingDocuments } from './features/ranking/documents.ts';
import { rankingInvariants } from './features/ranking/invariants.ts';
import { reportFiles } from './features/reports/access.ts';
import { reportDocuments } from './features/reports/documents.ts';
import { reviewInvariants } from './features/reviews/invariants.ts';
import { settlementFiles } from './features/settlements/access.ts';
import { settlementDocuments } from './features/settlements/documents.ts';
import { settlementInvariants } from './features/settlements/invariants.ts';
import type { FileAccess } from './files/records.ts';
import { historyInvariants } from './history/invariants.ts';
import type { LetterKinds } from './mail/kinds.ts';
import type { DocumentKinds } from './pdf/kinds.ts';

/** What the rooms define and the kernel serves, collected in river order. The server and its worker thread read the same lists. */
export const documentKinds: DocumentKinds = {
  ...applicationDocuments,
  ...rankingDocuments,
  ...agreementDocuments,
  ...expenseDocuments,
  ...settlementDocuments,
  ...reportDocuments,
};

export const letterKinds: LetterKinds = {
  ...accountsLetters,
  ...applicationLetters,
  ...checkLetters,
  ...juryLetters,
  ...decisionLetters,
  ...agreementLetters,
};

/** By the kind of record a file belongs to. */
export const fileAccess: FileAccess = {
  ...applicationFiles,
  ...rankingFiles,
  ...agreementFiles,
  ...expenseFiles,
  ...settlementFiles,
  ...reportFiles,
};

/** Truths that hold after every command: `npm run invariants` asks a live database, tests ask theirs. */
export const invariants: readonly Invariant[] = [
  ...databaseInvariants,
  ...historyInvariants,
  ...accountInvariants,
  ...budgetInvariants,
  ...callInvariants,
  ...applicationInvariants,
  ...checkInvariants,
  ...reviewInvariants,
  ...rankingInvariants,
  ...initiativeInvariants,
  ...decisionInvariants,
  ...agreementInvariants,
  ...expenseInvariants,
  ...settlementInvariants,
];
