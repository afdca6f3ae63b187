import type { AccessRow } from '../support/access-row.ts';

const staff = ['coordinator', 'director', 'accountant', 'inspector'] as const;

/** The documents of a record as a page, as a ZIP, and one of them made again. */
const shelves: readonly (readonly [path: string, read: AccessRow['access']])[] = [
  ['/nabory/:id/dokumenty', staff],
  ['/wnioski/:id/dokumenty', 'confirmed'],
  ['/inicjatywy/:id/dokumenty', 'confirmed'],
  ['/raporty/dokumenty', staff],
];

export const deskAccess: AccessRow[] = [
  { method: 'GET', path: '/pulpit', access: 'confirmed' },
  { method: 'GET', path: '/skrzynka', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'GET', path: '/skrzynka/:id', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'GET', path: '/skrzynka/:id/list.eml', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'POST', path: '/skrzynka/:id/ponowienie', access: ['coordinator', 'administrator'] },
  { method: 'GET', path: '/skrzynka/do-wydruku', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'GET', path: '/skrzynka/do-wydruku/listy.pdf', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'POST', path: '/skrzynka/do-wydruku', access: ['coordinator', 'administrator'] },
  { method: 'GET', path: '/skrzynka/osoby/:id', access: ['coordinator', 'administrator', 'inspector'] },
  { method: 'GET', path: '/skrzynka/osoby/:id/dane', access: ['coordinator', 'administrator'] },
  { method: 'POST', path: '/skrzynka/osoby/:id/dane', access: ['coordinator', 'administrator'] },
  { method: 'POST', path: '/skrzynka/:id/wydruk', access: ['coordinator', 'administrator'] },
  { method: 'GET', path: '/skrzynka/:id/przekazanie/:sposob', access: ['coordinator', 'administrator'] },
  { method: 'POST', path: '/skrzynka/:id/przekazanie/:sposob', access: ['coordinator', 'administrator'] },
  { method: 'GET', path: '/skrzynka/:id/wpisy/:wpis/poprawka', access: ['coordinator', 'administrator'] },
  { method: 'POST', path: '/skrzynka/:id/wpisy/:wpis/poprawka', access: ['coordinator', 'administrator'] },
  { method: 'GET', path: '/skrzynka/:id/wpisy/:wpis/potwierdzenie', access: ['coordinator', 'administrator'] },
  { method: 'POST', path: '/skrzynka/:id/wpisy/:wpis/potwierdzenie', access: ['coordinator', 'administrator'] },
  { method: 'GET', path: '/wnioski/:id/rozmowa', access: ['coordinator'] },
  { method: 'POST', path: '/wnioski/:id/rozmowa', access: ['coordinator'] },
  { method: 'GET', path: '/inicjatywy/:id/rozmowa', access: ['coordinator'] },
  { method: 'POST', path: '/inicjatywy/:id/rozmowa', access: ['coordinator'] },
  { method: 'GET', path: '/historia', access: ['coordinator', 'director', 'inspector', 'administrator'] },
  ...shelves.flatMap(([path, read]): AccessRow[] => [
    { method: 'GET', path, access: read },
    { method: 'GET', path: `${path}.zip`, access: read },
    { method: 'POST', path: `${path}/:document/ponowienie`, access: ['coordinator', 'director', 'accountant'] },
  ]),
];
