import type { AccessRow } from '../support/access-row.ts';

export const agreementAccess: AccessRow[] = [
  { method: 'GET', path: '/inicjatywy/:id/porozumienie', access: 'confirmed' },
  { method: 'POST', path: '/inicjatywy/:id/porozumienie/projekt', access: ['coordinator'] },
  { method: 'POST', path: '/inicjatywy/:id/porozumienie/plan-finansowy', access: ['accountant'] },
  { method: 'POST', path: '/inicjatywy/:id/porozumienie/wydanie', access: ['coordinator', 'director'] },
  { method: 'POST', path: '/inicjatywy/:id/porozumienie/podpis', access: ['coordinator'] },
];
