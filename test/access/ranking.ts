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
  { method: 'GET', path: '/nabory/:id/posiedzenie', access: ['coordinator', 'juror'] },
  { method: 'POST', path: '/nabory/:id/posiedzenie', access: ['coordinator', 'juror'] },
  { method: 'POST', path: '/nabory/:id/posiedzenie/wycofanie', access: ['coordinator', 'juror'] },
  { method: 'POST', path: '/nabory/:id/posiedzenie/obecnosc', access: ['coordinator', 'juror'] },
  { method: 'POST', path: '/nabory/:id/posiedzenie/teraz', access: ['coordinator', 'juror'] },
  { method: 'GET', path: '/nabory/:id/posiedzenie/wnioski/:application', access: ['coordinator', 'juror'] },
  { method: 'POST', path: '/nabory/:id/posiedzenie/wnioski/:application', access: ['coordinator', 'juror'] },
  { method: 'GET', path: '/nabory/:id/posiedzenie/karty/:card', access: ['coordinator', 'juror'] },
  { method: 'POST', path: '/nabory/:id/posiedzenie/karty/:card', access: ['coordinator', 'juror'] },
  { method: 'GET', path: '/nabory/:id/posiedzenie/ekran', access: ['coordinator', 'juror'] },
  { method: 'GET', path: '/nabory/:id/posiedzenie/zakonczenie', access: ['coordinator', 'juror'] },
  { method: 'POST', path: '/nabory/:id/posiedzenie/zakonczenie', access: ['coordinator', 'juror'] },
  { method: 'GET', path: '/nabory/:id/ranking/protokol', access: ['coordinator', 'juror'] },
  { method: 'POST', path: '/nabory/:id/ranking/protokol', access: ['coordinator', 'juror'] },
];
