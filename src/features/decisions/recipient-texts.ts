export const resultField = { resultAddress: 'adres strony z wynikiem i uzasadnieniem' } as const;

export const setTexts = {
  award: { name: 'Wynik: wybrani', about: 'Liderzy grup wybranych do realizacji. Dopiero po ogłoszeniu wyników.' },
  reserve: { name: 'Wynik: lista rezerwowa', about: 'Liderzy grup z listy rezerwowej. Dopiero po ogłoszeniu wyników.' },
  refusal: {
    name: 'Wynik: niewybrani',
    about: 'Liderzy grup, które nie zostały wybrane. Dopiero po ogłoszeniu wyników.',
  },
} as const;
