import type { AccessRow } from '../support/access-row.ts';

export const juryAccess: AccessRow[] = [
  { method: 'GET', path: '/nabory/:id/komisja', access: ['coordinator', 'director', 'inspector'] },
  { method: 'POST', path: '/nabory/:id/komisja', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/komisja/:member/odwolanie', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/komisja/zarzadzenie', access: ['coordinator', 'director'] },
  { method: 'GET', path: '/nabory/:id/komisja/powiazania', access: ['coordinator', 'juror'] },
  {
    method: 'POST',
    path: '/nabory/:id/komisja/:member/powiazania/:application',
    access: ['coordinator', 'juror'],
  },
  { method: 'GET', path: '/wnioski/:id/ocena/zalaczniki/:file', access: ['juror'] },
  { method: 'GET', path: '/nabory/:id/bez-nazwisk', access: ['coordinator'] },
  { method: 'GET', path: '/wnioski/:id/bez-nazwisk', access: ['coordinator'] },
  { method: 'POST', path: '/wnioski/:id/bez-nazwisk/:file', access: ['coordinator'] },
  { method: 'GET', path: '/komisja/:id/oswiadczenie', access: ['juror'] },
  { method: 'POST', path: '/komisja/:id/oswiadczenie', access: ['juror'] },
  { method: 'POST', path: '/komisja/:id/oswiadczenie/wydruk', access: ['juror'] },
  { method: 'GET', path: '/wnioski/:id/wylaczenie', access: ['juror'] },
  { method: 'POST', path: '/wnioski/:id/wylaczenie', access: ['juror'] },
];
