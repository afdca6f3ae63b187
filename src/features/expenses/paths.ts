import type { ExpenseState } from './lifecycle.ts';

const one = (id: number) => `/wydatki/${id}`;

export const expensePaths = {
  list: '/wydatki',
  /** `without_scan` asks for documents still without a photograph or PDF. */
  listIn: (state: ExpenseState | 'without_scan') => `/wydatki?stan=${state}`,
  create: '/wydatki/nowy',
  createFor: (initiativeId: number) => `/wydatki/nowy?inicjatywa=${initiativeId}`,
  show: '/wydatki/:id',
  showOf: one,
  edit: '/wydatki/:id/poprawa',
  editOf: (id: number) => `${one(id)}/poprawa`,
  sums: '/wydatki/:id/poprawa/suma',
  sumsOf: (id: number) => `${one(id)}/poprawa/suma`,
  scan: '/wydatki/:id/skan',
  scanOf: (id: number) => `${one(id)}/skan`,
  discard: '/wydatki/:id/usuniecie',
  discardOf: (id: number) => `${one(id)}/usuniecie`,
  booking: '/wydatki/:id/ksiegowanie',
  bookingOf: (id: number) => `${one(id)}/ksiegowanie`,
  control: '/wydatki/:id/kontrola',
  controlOf: (id: number) => `${one(id)}/kontrola`,
  approval: '/wydatki/:id/zatwierdzenie',
  approvalOf: (id: number) => `${one(id)}/zatwierdzenie`,
  paper: '/wydatki/:id/podpisy',
  paperOf: (id: number) => `${one(id)}/podpisy`,
  payment: '/wydatki/:id/zaplata',
  paymentOf: (id: number) => `${one(id)}/zaplata`,
  description: '/wydatki/:id/opis',
  descriptionOf: (id: number) => `${one(id)}/opis`,
} as const;
