import type { AccessRow } from '../support/access-row.ts';

export const rankingAccess: AccessRow[] = [
  { method: 'GET', path: '/nabory/:id/ranking', access: ['coordinator', 'director', 'inspector', 'juror'] },
  { method: 'GET', path: '/nabory/:id/ranking/przyjecie', access: ['coordinator', 'juror'] },
  { method: 'POST', path: '/nabory/:id/ranking/przyjecie', access: ['coordinator', 'juror'] },
  {
    method: 'GET',
    path: '/nabory/:id/ranking/sprawdzenie.json',
    access: ['coordinator', 'director', 'inspector', 'juror'],
  },
  { method: 'POST', path: '/nabory/:id/ranking/warianty', access: ['coordinator', 'juror'] },
  {
    method: 'POST',
    path: '/nabory/:id/ranking/warianty/:scenario/usuniecie',
    access: ['coordinator', 'juror'],
  },
  { method: 'GET', path: '/nabory/:id/ranking/surowosc', access: ['inspector', 'juror'] },
];
