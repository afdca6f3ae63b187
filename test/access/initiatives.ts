import type { AccessRow } from '../support/access-row.ts';

export const initiativeAccess: AccessRow[] = [
  { method: 'GET', path: '/inicjatywy', access: 'confirmed' },
  { method: 'GET', path: '/inicjatywy/:id', access: 'confirmed' },
  { method: 'GET', path: '/inicjatywy/:id/kosztorys', access: ['coordinator'] },
  { method: 'POST', path: '/inicjatywy/:id/kosztorys', access: ['coordinator'] },
  { method: 'POST', path: '/inicjatywy/:id/kosztorys/suma', access: ['coordinator'] },
];
