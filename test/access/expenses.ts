import type { AccessRow } from '../support/access-row.ts';

export const expenseAccess: AccessRow[] = [
  { method: 'GET', path: '/wydatki', access: ['accountant', 'coordinator', 'director', 'inspector'] },
  { method: 'GET', path: '/wydatki/nowy', access: ['accountant', 'coordinator'] },
  { method: 'POST', path: '/wydatki/nowy', access: ['accountant', 'coordinator'] },
  { method: 'GET', path: '/wydatki/:id', access: ['accountant', 'coordinator', 'director', 'inspector'] },
  { method: 'GET', path: '/wydatki/:id/poprawa', access: ['accountant', 'coordinator'] },
  { method: 'POST', path: '/wydatki/:id/poprawa', access: ['accountant', 'coordinator'] },
  { method: 'POST', path: '/wydatki/:id/poprawa/suma', access: ['accountant', 'coordinator'] },
  { method: 'POST', path: '/wydatki/:id/skan', access: ['accountant', 'coordinator'] },
  { method: 'GET', path: '/wydatki/:id/usuniecie', access: ['accountant', 'coordinator'] },
  { method: 'POST', path: '/wydatki/:id/usuniecie', access: ['accountant', 'coordinator'] },
  { method: 'GET', path: '/wydatki/:id/ksiegowanie', access: ['accountant'] },
  { method: 'POST', path: '/wydatki/:id/ksiegowanie', access: ['accountant'] },
  { method: 'POST', path: '/wydatki/:id/kontrola', access: ['accountant'] },
  { method: 'POST', path: '/wydatki/:id/zatwierdzenie', access: ['director'] },
  { method: 'GET', path: '/wydatki/:id/podpisy', access: ['accountant', 'coordinator'] },
  { method: 'POST', path: '/wydatki/:id/podpisy', access: ['accountant', 'coordinator'] },
  { method: 'POST', path: '/wydatki/:id/zaplata', access: ['accountant'] },
  { method: 'POST', path: '/wydatki/:id/opis', access: ['accountant', 'coordinator'] },
];
