import type { AccessRow } from '../support/access-row.ts';

export const settlementAccess: AccessRow[] = [
  {
    method: 'GET',
    path: '/inicjatywy/:id/rozliczenie',
    access: ['accountant', 'coordinator', 'director', 'inspector'],
  },
  { method: 'GET', path: '/inicjatywy/:id/rozliczenie/zamkniecie', access: ['accountant'] },
  { method: 'POST', path: '/inicjatywy/:id/rozliczenie/zamkniecie', access: ['accountant'] },
  { method: 'POST', path: '/inicjatywy/:id/rozliczenie/wydruk', access: ['accountant', 'coordinator'] },
  {
    method: 'GET',
    path: '/inicjatywy/:id/rozliczenie.xlsx',
    access: ['accountant', 'coordinator', 'director', 'inspector'],
  },
  {
    method: 'GET',
    path: '/inicjatywy/:id/rozliczenie.csv',
    access: ['accountant', 'coordinator', 'director', 'inspector'],
  },
  { method: 'GET', path: '/rozliczenia.xlsx', access: ['accountant', 'coordinator', 'director', 'inspector'] },
  { method: 'GET', path: '/rozliczenia.csv', access: ['accountant', 'coordinator', 'director', 'inspector'] },
];
