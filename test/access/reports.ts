import type { AccessRow } from '../support/access-row.ts';

export const reportAccess: AccessRow[] = [
  { method: 'GET', path: '/raporty', access: ['accountant', 'coordinator', 'director', 'inspector'] },
  { method: 'POST', path: '/raporty/zestawienie', access: ['accountant', 'coordinator'] },
  { method: 'POST', path: '/raporty/wykonanie', access: ['accountant', 'coordinator'] },
];
