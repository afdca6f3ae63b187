import type { AccessRow } from '../support/access-row.ts';

export const projectAccess: AccessRow[] = [
  { method: 'GET', path: '/projekt', access: 'public' },
  { method: 'GET', path: '/projekt/zmiana', access: ['administrator', 'coordinator'] },
  { method: 'POST', path: '/projekt/zmiana', access: ['administrator', 'coordinator'] },
];
