export const memberFields = {
  functionName: 'funkcja w komisji',
  declarationAddress: 'adres strony z oświadczeniem o bezstronności',
} as const;

export const setTexts = {
  jury: { name: 'Komisja', about: 'Wszystkie osoby powołane do komisji tego konkursu.' },
  jury_undeclared: {
    name: 'Komisja: brak oświadczenia',
    about: 'Osoby z komisji, które nie złożyły jeszcze oświadczenia.',
  },
} as const;
