import type { AccessRow } from '../support/access-row.ts';

export const correspondenceAccess: AccessRow[] = [
  { method: 'GET', path: '/pisma/wzory', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'GET', path: '/pisma/wzory/:wzor', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'POST', path: '/pisma/wzory/:wzor', access: ['coordinator', 'administrator'] },
  { method: 'POST', path: '/pisma/wzory/:wzor/podglad', access: ['coordinator', 'administrator'] },
  { method: 'POST', path: '/pisma/wzory/:wzor/przywrocenie', access: ['coordinator', 'administrator'] },
  { method: 'GET', path: '/pisma/ustawienia', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'POST', path: '/pisma/ustawienia', access: ['coordinator', 'administrator'] },
];
