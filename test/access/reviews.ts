import type { AccessRow } from '../support/access-row.ts';

export const reviewAccess: AccessRow[] = [
  { method: 'GET', path: '/oceny', access: ['juror'] },
  { method: 'GET', path: '/nabory/:id/oceny', access: ['coordinator', 'director', 'inspector'] },
  { method: 'POST', path: '/nabory/:id/oceny/wydruki', access: ['coordinator', 'director'] },
  { method: 'GET', path: '/wnioski/:id/ocena', access: ['juror'] },
  { method: 'POST', path: '/wnioski/:id/ocena', access: ['juror'] },
  { method: 'POST', path: '/wnioski/:id/ocena/szkic', access: ['juror'] },
  { method: 'POST', path: '/wnioski/:id/ocena/punkty', access: ['juror'] },
  { method: 'GET', path: '/wnioski/:id/ocena/wyslanie', access: ['juror'] },
  { method: 'POST', path: '/wnioski/:id/ocena/wyslanie', access: ['juror'] },
  { method: 'POST', path: '/wnioski/:id/ocena/wydruk', access: ['juror'] },
  {
    method: 'GET',
    path: '/wnioski/:id/ocena/otwarcie',
    access: ['juror', 'coordinator', 'director', 'inspector'],
  },
  { method: 'POST', path: '/wnioski/:id/ocena/otwarcie', access: ['juror', 'coordinator'] },
  { method: 'POST', path: '/wnioski/:id/ocena/przywrocenie', access: ['juror', 'coordinator'] },
  { method: 'GET', path: '/nabory/:id/oceny/wnioski.pdf', access: ['juror'] },
  { method: 'GET', path: '/nabory/:id/oceny/puste-karty.pdf', access: ['juror', 'coordinator'] },
  { method: 'GET', path: '/nabory/:id/oceny/z-papieru', access: ['coordinator'] },
  { method: 'GET', path: '/wnioski/:id/ocena/z-papieru/:member', access: ['coordinator'] },
  { method: 'POST', path: '/wnioski/:id/ocena/z-papieru/:member', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/oceny/przypomnienie', access: ['coordinator'] },
];
