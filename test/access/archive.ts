import type { AccessRow } from '../support/access-row.ts';

export const archiveAccess: AccessRow[] = [
  { method: 'GET', path: '/nabory/:id/proby', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/proby', access: ['coordinator'] },
  { method: 'GET', path: '/nabory/:id/proba', access: 'confirmed' },
  { method: 'POST', path: '/nabory/:id/proba/etap', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/proba/role', access: ['coordinator'] },
  { method: 'GET', path: '/nabory/:id/proba/listy', access: 'confirmed' },
  { method: 'GET', path: '/nabory/:id/proba/listy/:letter', access: 'confirmed' },
  { method: 'GET', path: '/nabory/:id/proba/zamkniecie', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/proba/zamkniecie', access: ['coordinator'] },
  { method: 'GET', path: '/proba/:address', access: 'confirmed' },
  { method: 'POST', path: '/proba/:address', access: 'confirmed' },
];
