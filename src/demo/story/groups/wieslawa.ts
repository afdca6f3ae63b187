import type { Group } from './group.ts';

/** Written on a phone: short, and in one go. */
export const wieslawa: Group = {
  leader: 'wieslawa',
  kind: 'organisation',
  title: 'Zapach chleba i bajki',
  applicant: {
    name: 'Koło Gospodyń Wiejskich „Krasnowianki”',
    phone: '600 000 127',
    street: 'Krasnowo 18',
    postalCode: '16-500',
    city: 'Krasnowo',
    registerKind: 'kgw',
    registerNumber: 'Krajowy Rejestr KGW, nr 99127',
  },
  answers: {
    summary:
      'Chcemy zrobić w naszej świetlicy święto chleba i bajki. Dzieci razem z babciami zagniatają ciasto a jak rośnie to bajarka czyta bajki o chlebie. Potem pieczemy i jemy z masłem i miodem. Proste a ludzie przyjdą.',
    need: 'Do biblioteki w Sejnach ludzie od nas prawie nie jeżdżą bo nie ma czym, o tym było w diagnozie. Dzieci latem siedzą w telefonach. A chleba w domu piec już prawie nikt nie umie, nas sześć umie i nie chcemy żeby to przepadło.',
    goal: 'Dzieci nauczą się piec chleb i usłyszą bajki od żywego człowieka. Biblioteka do nas przyjedzie i może zostanie na dłużej.',
    audience: 'Dzieci z Krasnowa, Żegar, Sankur, razem ze 30 i ich mamy i babcie. Ze 70 osób wszystkich.',
    community:
      'Koło piecze i uczy piec. Panowie rozpalą piec chlebowy i przyniosą ławy. Mamy pozmywają. Starsze dzieci same przeczytają po kawałku.',
    partners: 'Sołtys, straż z Krasnowa, pani z biblioteki obiecała zapisywać do biblioteki na miejscu.',
    own_input: 'Piec chlebowy, świetlica, drewno, nasze ręce i zakwas po mojej mamie.',
    actions:
      'W czerwcu dwie próby w sobotę, zagniatamy i bajarka czyta. 22 czerwca święto: od 10 zagniatanie, potem bajki, o 13 chleb z pieca, po południu każdy dostaje karteczkę z przepisem i bajką i wypożycza książkę. Na koniec sprzątamy.',
    reading:
      'Bajki o chlebie są w książkach i z tych książek się czyta. 20 książek zostanie w świetlicy, to będzie taka filia co mówiła pani z biblioteki.',
    safety: 'Do pieca dzieci nie podchodzą, pilnuje dwóch strażaków. Świetlica na parterze, podjazd jest.',
    promotion: 'Kartki w sklepie, ogłoszenie po mszy, powiem każdemu.',
    lasting: 'Umiejętność, dwadzieścia książek w świetlicy i przepis w każdym domu.',
  },
  schedule: [
    ['Zagniatanie i czytanie, dwie próby dla chętnych', '01.06.2024', '15.06.2024', 'świetlica w Krasnowie'],
    ['Święto chleba i bajki', '22.06.2024', '', 'świetlica w Krasnowie i plac obok'],
  ],
  costs: [
    ['pay', 'Bajarka, czyta i opowiada', '3', 'spotkania', '340,00'],
    ['materials', 'Mąka, drożdże, miód, foremki', '1', 'komplet', '400,00'],
    ['materials', 'Książki z bajkami', '20', 'szt.', '25,00'],
    ['print', 'Karteczki z przepisem i bajką', '100', 'szt.', '2,00'],
    ['rental', 'Namiot jakby padało', '1', 'dzień', '200,00'],
    ['transport', 'Przywóz dzieci z Żegar i Sankur', '1', 'kurs', '300,00'],
    ['catering', 'Mleko, kompot do chleba', '70', 'osób', '4,00'],
  ],
  attachments: [],
  begunAt: '2024-02-16 14.10',
  sittings: [
    {
      at: '2024-02-16 15.20',
      sections: ['wnioskodawca', 'idea', 'people', 'course', 'after', 'harmonogram', 'kosztorys', 'oswiadczenia'],
    },
  ],
  sentAt: '2024-02-16 15.31',
};
