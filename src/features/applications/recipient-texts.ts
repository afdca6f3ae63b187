/** What every leader brings to a mailing, whatever became of the application. */
export const leaderFields = {
  title: 'tytuł inicjatywy',
  number: 'numer wniosku',
  address: 'adres strony wniosku',
} as const;

export const setTexts = {
  submitted: { name: 'Złożyli wniosek', about: 'Liderzy wszystkich złożonych wniosków, bez wycofanych.' },
} as const;
