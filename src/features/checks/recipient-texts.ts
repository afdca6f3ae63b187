export const setTexts = {
  accepted: { name: 'Przeszli ocenę formalną', about: 'Liderzy wniosków, które ocenia albo oceniła komisja.' },
  rejected: { name: 'Odrzuceni w ocenie formalnej', about: 'Liderzy wniosków, które nie przeszły oceny formalnej.' },
} as const;
