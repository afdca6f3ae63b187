import type { AccessRow } from '../support/access-row.ts';

export const projectAccess: AccessRow[] = [
  { method: 'GET', path: '/projekt', access: 'public' },
  { method: 'GET', path: '/projekt/zmiana', access: ['administrator', 'coordinator'] },
  { method: 'POST', path: '/projekt/zmiana', access: ['administrator', 'coordinator'] },
  { method: 'GET', path: '/projekt/partnerzy/nowy', access: ['administrator', 'coordinator'] },
  { method: 'POST', path: '/projekt/partnerzy/nowy', access: ['administrator', 'coordinator'] },
  { method: 'GET', path: '/projekt/partnerzy/:id', access: ['administrator', 'coordinator'] },
  { method: 'POST', path: '/projekt/partnerzy/:id', access: ['administrator', 'coordinator'] },
  { method: 'GET', path: '/projekt/partnerzy/:id/usuniecie', access: ['administrator', 'coordinator'] },
  { method: 'POST', path: '/projekt/partnerzy/:id/usuniecie', access: ['administrator', 'coordinator'] },
  { method: 'GET', path: '/projekt/potrzeby/nowa', access: ['administrator', 'coordinator'] },
  { method: 'POST', path: '/projekt/potrzeby/nowa', access: ['administrator', 'coordinator'] },
  { method: 'GET', path: '/projekt/potrzeby/:id', access: ['administrator', 'coordinator'] },
  { method: 'POST', path: '/projekt/potrzeby/:id', access: ['administrator', 'coordinator'] },
  { method: 'GET', path: '/projekt/potrzeby/:id/usuniecie', access: ['administrator', 'coordinator'] },
  { method: 'POST', path: '/projekt/potrzeby/:id/usuniecie', access: ['administrator', 'coordinator'] },
];
