import { accountsAccess } from './access/accounts.ts';
import { kernelAccess } from './access/kernel.ts';
import { organisationAccess } from './access/organisation.ts';
import type { AccessRow } from './support/access-row.ts';

/** Who may enter what, written by hand: route × role, in river order. A route that is not here must not exist, and one that is must. */
export const accessTable: AccessRow[] = [...kernelAccess, ...accountsAccess, ...organisationAccess];
