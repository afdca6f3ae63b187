import type { AccessRow } from '../support/access-row.ts';

export const organisationAccess: AccessRow[] = [
  { method: 'GET', path: '/administracja/instytucja', access: ['administrator', 'coordinator', 'inspector'] },
  { method: 'POST', path: '/administracja/instytucja', access: ['administrator', 'coordinator'] },
  { method: 'GET', path: '/dostepnosc', access: 'public' },
  { method: 'GET', path: '/dane-osobowe', access: 'public' },
  { method: 'GET', path: '/pomoc', access: 'public' },
];
