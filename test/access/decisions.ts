import type { AccessRow } from '../support/access-row.ts';

export const decisionAccess: AccessRow[] = [
  {
    method: 'GET',
    path: '/nabory/:id/rozstrzygniecie',
    access: ['coordinator', 'director', 'accountant', 'inspector'],
  },
  { method: 'POST', path: '/nabory/:id/rozstrzygniecie', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/rozstrzygniecie/suma', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/rozstrzygniecie/przygotowanie', access: ['coordinator'] },
  { method: 'POST', path: '/nabory/:id/rozstrzygniecie/zatwierdzenie', access: ['director'] },
  { method: 'POST', path: '/nabory/:id/rozstrzygniecie/zwrot', access: ['director'] },
  { method: 'POST', path: '/nabory/:id/rozstrzygniecie/ogloszenie', access: ['coordinator', 'director'] },
  { method: 'GET', path: '/nabory/:id/wyniki', access: 'public' },
  { method: 'GET', path: '/wnioski/:id/wynik', access: 'confirmed' },
  { method: 'GET', path: '/wnioski/:id/wynik/sprawdzenie.json', access: 'confirmed' },
  { method: 'POST', path: '/wnioski/:id/wynik/pismo', access: ['coordinator', 'director'] },
];
