import type { AccessRow } from '../support/access-row.ts';

export const checkAccess: AccessRow[] = [
  { method: 'GET', path: '/nabory/:id/ocena-formalna', access: ['coordinator', 'director', 'inspector'] },
  { method: 'GET', path: '/wnioski/:id/ocena-formalna', access: ['coordinator', 'director', 'inspector'] },
  { method: 'POST', path: '/wnioski/:id/ocena-formalna', access: ['coordinator'] },
  { method: 'GET', path: '/wnioski/:id/ocena-formalna/poprawki', access: ['coordinator'] },
  { method: 'POST', path: '/wnioski/:id/ocena-formalna/poprawki', access: ['coordinator'] },
  { method: 'POST', path: '/wnioski/:id/ocena-formalna/poprawki/odwolanie', access: ['coordinator'] },
  { method: 'GET', path: '/wnioski/:id/ponowne-sprawdzenie', access: 'confirmed' },
  { method: 'POST', path: '/wnioski/:id/ponowne-sprawdzenie', access: 'confirmed' },
  { method: 'POST', path: '/wnioski/:id/ocena-formalna/prosba', access: ['coordinator'] },
  { method: 'POST', path: '/wnioski/:id/ocena-formalna/prosba/odpowiedz', access: ['coordinator', 'director'] },
  { method: 'POST', path: '/wnioski/:id/ocena-formalna/drugi-podpis', access: ['coordinator'] },
  { method: 'POST', path: '/wnioski/:id/ocena-formalna/odeslanie', access: ['coordinator'] },
  { method: 'POST', path: '/wnioski/:id/ocena-formalna/wydruk', access: ['coordinator', 'director'] },
];
