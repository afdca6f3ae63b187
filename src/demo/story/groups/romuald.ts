import type { Group } from './group.ts';
import { paper } from './paper.ts';

export const romuald: Group = {
  leader: 'romuald',
  kind: 'organisation',
  title: 'Remiza pełna książek',
  applicant: {
    name: 'Ochotnicza Straż Pożarna w Berżnikach',
    phone: '600 000 998',
    street: 'Berżniki 12A',
    postalCode: '16-500',
    city: 'Berżniki',
    registerKind: 'krs',
    registerNumber: 'KRS 0009555130',
  },
  answers: {
    summary:
      'W remizie mamy salę, która stoi pusta od poniedziałku do piątku, a w niedzielę są w niej tylko zebrania. Chcemy urządzić tam kąt z książkami na wymianę i przez lato w cztery niedziele zaprosić mieszkańców na spotkanie z książką i strażakiem. Na koniec festyn.',
    need: 'Z Berżnik do biblioteki w Sejnach jest 9 km i jeden autobus. W diagnozie też to jest: mieszkańcy wsi przyjdą, jeśli spotkanie będzie w ich świetlicy. Na zebraniu wiejskim 10 lutego za kątem z książkami podniosło ręce 38 osób z 44.',
    goal: 'We wsi będzie miejsce z książkami otwarte cały tydzień. Przynajmniej 50 osób z niego skorzysta w ciągu wakacji. Liczymy w zeszycie.',
    audience: 'Mieszkańcy Berżnik, Dworczyska, Wigrańc i okolicznych wsi, około 120 osób, w tym 35 dzieci.',
    community:
      'Druhowie pomalują salę i zrobią regał. Panie ułożą książki. Dzieci opiszą je kolorowymi kropkami. Na festynie każdy coś wystawia: ciasto, miód, rzeźbę.',
    partners: 'Sołectwa, szkoła, parafia, Młodzieżowa Drużyna Pożarnicza, biblioteka.',
    own_input: 'Sala z ogrzewaniem, regał wykonany we własnym zakresie, 200 godzin pracy druhów, wóz do pokazów.',
    actions:
      'Maj: malowanie, regał, zbiórka książek po domach.\nCzerwiec – sierpień: cztery niedziele z książką, za każdym razem inny temat (pożary i strażacy, ziemia i ogród, wojna i granica, las). Prowadzi osoba z Suwałk, która umie czytać na głos.\nWrzesień: festyn, pokaz sprzętu, losowanie książek, podsumowanie.',
    reading:
      'Kąt z książkami na wymianę w remizie. Na każdej niedzieli głośne czytanie, pół godziny, potem rozmowa. Biblioteka poda listę tytułów i zapisze chętnych na miejscu.',
    safety:
      'Jesteśmy strażą pożarną. Remiza na parterze, szerokie drzwi, apteczka, dwóch ratowników na każdym spotkaniu.',
    promotion: 'Tablica ogłoszeń, kościół, syrena w niedzielę o 14.00 (krótko).',
    lasting: 'Kąt z książkami i zwyczaj przychodzenia do remizy nie tylko, jak się pali.',
  },
  schedule: [
    ['Sprzątanie i urządzanie kąta z książkami', '18.05.2024', '08.06.2024', 'remiza w Berżnikach'],
    ['Cztery niedziele z książką', '16.06.2024', '25.08.2024', 'remiza w Berżnikach'],
    ['Festyn na zakończenie', '08.09.2024', '', 'plac przy remizie'],
  ],
  costs: [
    ['pay', 'Prowadzenie niedzielnych spotkań', '4', 'spotkania', '400,00'],
    ['materials', 'Książki do wymiany', '34', 'szt.', '50,00'],
    ['print', 'Plakaty i zakładki', '100', 'szt.', '3,00'],
    ['rental', 'Namiot i nagłośnienie na festyn', '1', 'dzień', '500,00'],
    ['transport', 'Przewóz dzieci z Dworczyska i Wigrańc', '2', 'kursy', '200,00'],
    ['catering', 'Kiełbaski, herbata, ciasto', '4', 'spotkania', '100,00'],
  ],
  attachments: [
    {
      at: '2024-03-11 15.48',
      label: 'Wyciąg z protokołu zebrania wiejskiego',
      fileName: 'protokol-zebrania.pdf',
      title: 'Wyciąg z protokołu zebrania wiejskiego',
      draw: paper({
        placeAndDay: 'Berżniki, 10 lutego 2024 r.',
        title: 'Wyciąg z protokołu zebrania wiejskiego',
        text: 'Punkt 6. Prezes OSP przedstawił pomysł urządzenia w remizie kąta z książkami na wymianę. Pytano, kto będzie otwierał remizę w tygodniu. Prezes odpowiedział, że klucz będzie u druha dyżurnego i w sklepie.\n\nZa pomysłem głosowało 38 osób, przeciw 1, wstrzymało się 5.',
        signedBy: [
          ['Sołtys', 'Wacław Maciukanis'],
          ['Protokołowała', 'Jolanta Krajewska'],
        ],
      }),
    },
  ],
  begunAt: '2024-02-21 18.50',
  sittings: [
    { at: '2024-02-25 16.00', sections: ['wnioskodawca', 'idea', 'people'] },
    { at: '2024-03-11 15.30', sections: ['course', 'after', 'harmonogram', 'kosztorys'] },
    { at: '2024-03-13 20.05', sections: ['oswiadczenia'] },
  ],
  sentAt: '2024-03-13 20.09',
};
