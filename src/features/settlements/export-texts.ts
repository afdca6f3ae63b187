/** Heads of the register's columns; part of what the funder's report asks for. */
export const heads = {
  position: 'Lp.',
  number: 'Nr dokumentu',
  kind: 'Rodzaj',
  issuedOn: 'Data wystawienia',
  sellerName: 'Sprzedawca',
  sellerNip: 'NIP',
  description: 'Nazwa kosztu',
  line: 'Pozycja preliminarza',
  year: 'Rok',
  source: 'Źródło',
  initiative: 'Inicjatywa',
  amount: 'Kwota części',
  total: 'Kwota dokumentu',
  paidOn: 'Data zapłaty',
  statements: 'Nr wyciągu',
} as const;

export const sheetNames = { register: 'Dokumenty', plan: 'Kosztorys' } as const;

export const planHeads = ['Pozycja kosztorysu', 'Uzgodniono', 'Zapłacono', 'Zostaje'] as const;

export const sumLabels = { all: 'Razem', grant: 'w tym dotacja', own: 'w tym wkład własny' } as const;

export const hiddenNote = (count: number) => `Bez dokumentów inicjatyw, do których ta osoba nie ma wglądu: ${count}.`;

export const fileNames = {
  register: 'rejestr-dokumentow',
  settlement: (code: string) => `rozliczenie-${code.replaceAll('/', '-')}`,
} as const;
