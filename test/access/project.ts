import type { AccessRow } from '../support/access-row.ts';

export const projectAccess: AccessRow[] = [{ method: 'GET', path: '/projekt', access: 'public' }];
