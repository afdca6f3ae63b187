import type { AccessRow } from '../support/access-row.ts';

export const deskAccess: AccessRow[] = [
  { method: 'GET', path: '/pulpit', access: 'confirmed' },
  { method: 'GET', path: '/skrzynka', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'GET', path: '/skrzynka/:id', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'GET', path: '/skrzynka/:id/list.eml', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'POST', path: '/skrzynka/:id/ponowienie', access: ['coordinator', 'administrator'] },
  { method: 'GET', path: '/historia', access: ['coordinator', 'director', 'inspector', 'administrator'] },
];
