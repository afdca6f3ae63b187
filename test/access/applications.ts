import type { AccessRow } from '../support/access-row.ts';

/** Whose draft or application it is, and who reads it by a role, is told in `test/applications/visibility.test.ts`. */
export const applicationAccess: AccessRow[] = [
  { method: 'GET', path: '/wnioski', access: 'signed_in' },
  { method: 'GET', path: '/nabory/:id/czy-mozesz', access: 'public' },
  { method: 'GET', path: '/odcisk', access: 'public' },
  { method: 'GET', path: '/odcisk/:fingerprint', access: 'public' },
  { method: 'GET', path: '/wnioski/nowy', access: 'public' },
  { method: 'POST', path: '/wnioski/nowy', access: 'public' },
  { method: 'GET', path: '/wnioski/:id', access: 'signed_in' },
  { method: 'GET', path: '/wnioski/:id/czesci/:code', access: 'signed_in' },
  { method: 'POST', path: '/wnioski/:id/czesci/:code', access: 'signed_in' },
  { method: 'POST', path: '/wnioski/:id/czesci/:code/szkic', access: 'signed_in' },
  { method: 'POST', path: '/wnioski/:id/czesci/kosztorys/suma', access: 'signed_in' },
  { method: 'GET', path: '/wnioski/:id/czesci/kosztorys/wklejanie', access: 'signed_in' },
  { method: 'POST', path: '/wnioski/:id/czesci/kosztorys/wklejanie', access: 'signed_in' },
  { method: 'GET', path: '/wnioski/:id/czesci/zalaczniki', access: 'signed_in' },
  { method: 'POST', path: '/wnioski/:id/czesci/zalaczniki', access: 'signed_in' },
  { method: 'POST', path: '/wnioski/:id/czesci/zalaczniki/:attachment/usuniecie', access: 'signed_in' },
  { method: 'GET', path: '/wnioski/:id/czesci/sprawdz', access: 'signed_in' },
  { method: 'POST', path: '/wnioski/:id/adres', access: 'signed_in' },
  { method: 'POST', path: '/wnioski/:id/zlozenie', access: 'signed_in' },
  { method: 'GET', path: '/wnioski/:id/potwierdzenie', access: 'signed_in' },
  { method: 'GET', path: '/wnioski/:id/wycofanie', access: 'signed_in' },
  { method: 'POST', path: '/wnioski/:id/wycofanie', access: 'signed_in' },
];
