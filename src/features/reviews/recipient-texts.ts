export const lateFields = {
  cardsLeft: 'ile kart oceny zostało do wysłania',
  scoresAddress: 'adres listy wniosków do oceny',
} as const;

export const setTexts = {
  cards_missing: {
    name: 'Komisja: brak kart oceny',
    about: 'Osoby z komisji, które złożyły oświadczenie i nie wysłały jeszcze wszystkich kart.',
  },
} as const;
