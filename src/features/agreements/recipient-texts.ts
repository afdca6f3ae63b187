export const agreementFields = { agreementNumber: 'numer porozumienia' } as const;

export const setTexts = {
  unsigned: {
    name: 'Porozumienie czeka na podpis',
    about: 'Liderzy grup, którym wydano porozumienie, a nie jest jeszcze podpisane.',
  },
} as const;
