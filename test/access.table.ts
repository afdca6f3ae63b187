import { accountsAccess } from './access/accounts.ts';
import { agreementAccess } from './access/agreements.ts';
import { applicationAccess } from './access/applications.ts';
import { archiveAccess } from './access/archive.ts';
import { budgetAccess } from './access/budgets.ts';
import { callAccess } from './access/calls.ts';
import { checkAccess } from './access/checks.ts';
import { correspondenceAccess } from './access/correspondence.ts';
import { decisionAccess } from './access/decisions.ts';
import { deskAccess } from './access/desk.ts';
import { expenseAccess } from './access/expenses.ts';
import { initiativeAccess } from './access/initiatives.ts';
import { juryAccess } from './access/jury.ts';
import { kernelAccess } from './access/kernel.ts';
import { organisationAccess } from './access/organisation.ts';
import { projectAccess } from './access/project.ts';
import { rankingAccess } from './access/ranking.ts';
import { reportAccess } from './access/reports.ts';
import { reviewAccess } from './access/reviews.ts';
import { settlementAccess } from './access/settlements.ts';
import type { AccessRow } from './support/access-row.ts';

/** Who may enter what, written by hand: route × role, in river order. A route that is not here must not exist, and one that is must. */
export const accessTable: AccessRow[] = [
  ...kernelAccess,
  ...accountsAccess,
  ...organisationAccess,
  ...correspondenceAccess,
  ...projectAccess,
  ...budgetAccess,
  ...callAccess,
  ...applicationAccess,
  ...checkAccess,
  ...juryAccess,
  ...reviewAccess,
  ...rankingAccess,
  ...initiativeAccess,
  ...decisionAccess,
  ...agreementAccess,
  ...expenseAccess,
  ...settlementAccess,
  ...reportAccess,
  ...deskAccess,
  ...archiveAccess,
];
