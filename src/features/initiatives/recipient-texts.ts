export const initiativeFields = {
  title: 'tytuł inicjatywy',
  number: 'numer wniosku',
  address: 'adres strony wniosku',
  initiativeAddress: 'adres strony inicjatywy',
} as const;

export const setTexts = {
  negotiation: { name: 'Uzgadniają kosztorys', about: 'Liderzy grup, z którymi trwają rozmowy o kosztorysie.' },
  realisation: { name: 'W realizacji', about: 'Liderzy grup, których inicjatywa trwa.' },
  unsettled: {
    name: 'Po terminie: nierozliczone',
    about: 'Liderzy grup, których inicjatywa nie jest rozliczona, choć czas realizacji minął.',
  },
} as const;
