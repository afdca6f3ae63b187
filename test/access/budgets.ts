import type { AccessRow } from '../support/access-row.ts';

export const budgetAccess: AccessRow[] = [
  { method: 'GET', path: '/budzet', access: ['coordinator', 'accountant', 'director', 'inspector'] },
  { method: 'GET', path: '/budzet/dziennik', access: ['coordinator', 'accountant', 'director', 'inspector'] },
  { method: 'POST', path: '/budzet/nowy-szkic', access: ['coordinator', 'accountant'] },
  { method: 'GET', path: '/budzet/szkic', access: ['coordinator', 'accountant'] },
  { method: 'POST', path: '/budzet/szkic', access: ['coordinator', 'accountant'] },
  { method: 'POST', path: '/budzet/szkic/sumy', access: ['coordinator', 'accountant'] },
  { method: 'POST', path: '/budzet/szkic/pozycja', access: ['coordinator', 'accountant'] },
  { method: 'POST', path: '/budzet/szkic/dzialania', access: ['coordinator', 'accountant'] },
  { method: 'GET', path: '/budzet/szkic/dzialania/:id', access: ['coordinator', 'accountant'] },
  { method: 'POST', path: '/budzet/szkic/dzialania/:id', access: ['coordinator', 'accountant'] },
  { method: 'GET', path: '/budzet/szkic/dzialania/:id/usuniecie', access: ['coordinator', 'accountant'] },
  { method: 'POST', path: '/budzet/szkic/dzialania/:id/usuniecie', access: ['coordinator', 'accountant'] },
];
