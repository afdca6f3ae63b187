import type { AccessRow } from '../support/access-row.ts';

export const callAccess: AccessRow[] = [
  { method: 'GET', path: '/', access: 'public' },
  { method: 'GET', path: '/nabory/:id', access: 'public' },
  { method: 'GET', path: '/nabory/:id/regulamin', access: 'public' },
  { method: 'POST', path: '/nabory/:id/regulamin', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/formularz', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/zarzadzenie', access: ['coordinator', 'director'] },
  { method: 'GET', path: '/nabory/:id/dane-osobowe', access: 'public' },
  { method: 'GET', path: '/nabory/:id/ustawienia', access: ['coordinator', 'director', 'accountant', 'inspector'] },
  { method: 'POST', path: '/nabory/:id/ogloszenie', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/szkic', access: ['coordinator'] },
  { method: 'GET', path: '/nabory/:id/przesuniecie', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/przesuniecie', access: ['coordinator'] },
  { method: 'GET', path: '/nabory/:id/terminarz', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/terminarz', access: ['coordinator'] },
  { method: 'GET', path: '/nabory/:id/kwoty', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/kwoty', access: ['coordinator'] },
];
