import type { Group } from './group.ts';
import { paper } from './paper.ts';

export const kajetan: Group = {
  leader: 'kajetan',
  kind: 'minor',
  title: 'Komiksy znad Marychy',
  applicant: {
    phone: '600 000 661',
    street: 'Burbiszki 7',
    postalCode: '16-500',
    city: 'Burbiszki',
    guardianName: 'Marta Wnuk',
  },
  answers: {
    summary:
      'Robimy komiks o legendach znad Marychy. Jest nas pięcioro, rysujemy od dawna ale każdy do szuflady. Zbierzemy legendy od ludzi i z książek w bibliotece, rysownik pokaże nam jak to rozrysować na kadry i wydrukujemy zeszyt, 80 sztuk. Tytuł roboczy: „Marycha”.',
    need: 'W diagnozie biblioteki jest, że młodzież po 15.00 nie ma gdzie być razem. To prawda, u nas we wsi jest przystanek i tyle. Pytałem w klasie kto czyta książki, podniosły się 4 ręce. Kto czyta komiksy albo mangę: 17. Tylko że w bibliotece jest ich jedna półka.\n\nPoza tym legendy zna moja babcia, a ja znam dwie i pół.',
    goal: 'Pięć osób nauczy się robić komiks od początku do końca. Ludzie w naszym wieku zobaczą, że w bibliotece można zrobić coś swojego.',
    audience:
      'My (5 osób, 14–17 lat), na warsztaty jeszcze 10 osób. Zeszyt dostanie 80 osób, na premierę przyjdzie może 40.',
    community:
      'Legendy opowiedzą starsi z Burbiszek i Sejn. Tłumaczenie dymków na litewski zrobi kolega z klasy. Na warsztaty może przyjść każdy kto rysuje albo tylko wymyśla.',
    partners: 'Biblioteka (sala i skaner), pani od plastyki, moja mama, która podpisuje co trzeba.',
    own_input: 'Nasze rysunki, tablet graficzny, czas całych wakacji.',
    actions:
      'Maj i czerwiec: zbieramy legendy, spisujemy je, głosujemy na pięć najlepszych.\n29 czerwca i 6 lipca: warsztaty z rysownikiem, scenariusz i kadry.\nLipiec i sierpień: rysujemy w bibliotece we wtorki i czwartki od 15. Do 23 sierpnia wszystko zeskanowane.\nWrzesień: druk i premiera 21 września, czytanie komiksu na głos z podziałem na role (tak się da, sprawdzaliśmy).',
    reading:
      'Komiks to też czytanie. Legendy bierzemy z książek z działu regionalnego i sprawdzamy, czym się różnią od tego co mówią ludzie. Zeszyt dostanie sygnaturę i będzie można go wypożyczyć.',
    safety:
      'Zawsze jest jedna osoba dorosła z biblioteki albo czyjś rodzic. Do biblioteki wjedzie wózek. Nad rzekę idziemy grupą.',
    promotion: 'Kadry na Instagramie szkoły i biblioteki, plakat który sami narysujemy, ludzie ludziom.',
    lasting: 'Zeszyt i grupa która umie go zrobić. Chcemy potem drugi numer, już sami.',
  },
  schedule: [
    ['Zbieranie legend nad rzeką', '25.05.2024', '15.06.2024', 'Burbiszki, Sejny'],
    ['Dwa warsztaty komiksu', '29.06.2024', '06.07.2024', 'biblioteka w Sejnach'],
    ['Rysowanie zeszytu', '08.07.2024', '23.08.2024', 'biblioteka w Sejnach'],
    ['Premiera zeszytu', '21.09.2024', '', 'biblioteka w Sejnach'],
  ],
  costs: [
    ['pay', 'Warsztaty komiksu z rysownikiem', '2', 'warsztaty', '400,00'],
    ['materials', 'Bloki, cienkopisy, tusze', '14', 'zestawów', '50,00'],
    ['print', 'Druk zeszytu', '80', 'szt.', '5,00'],
    ['transport', 'Dojazd na warsztaty', '2', 'kursy', '100,00'],
    ['catering', 'Pizza na warsztaty', '2', 'spotkania', '50,00'],
    ['licences', 'Licencja na krój pisma do dymków i zgoda na dwie legendy', '1', 'komplet', '300,00'],
  ],
  attachments: [
    {
      at: '2024-03-12 18.31',
      label: 'Zgoda opiekuna',
      fileName: 'zgoda-mamy.pdf',
      title: 'Zgoda opiekuna prawnego',
      draw: paper({
        placeAndDay: 'Burbiszki, 12 marca 2024 r.',
        title: 'Zgoda opiekuna prawnego',
        text: 'Zgadzam się, żeby mój syn Kajetan złożył wniosek „Komiksy znad Marychy” i był liderem tej inicjatywy. Jeśli komisja ją wybierze, podpiszę porozumienie z biblioteką i będę odpowiadać za to, co w nim będzie.\n\nWiem, jak biblioteka przetwarza dane syna i moje.',
        signedBy: [['Opiekun prawny', 'Marta Wnuk']],
      }),
    },
  ],
  begunAt: '2024-03-05 16.10',
  sittings: [
    { at: '2024-03-05 16.25', sections: ['idea'] },
    { at: '2024-03-09 12.40', sections: ['people', 'course', 'after'] },
    { at: '2024-03-11 17.15', sections: ['wnioskodawca', 'harmonogram', 'kosztorys', 'oswiadczenia'] },
  ],
  sentAt: '2024-03-12 18.48',
};
