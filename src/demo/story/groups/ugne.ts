import type { Group } from './group.ts';
import { paper } from './paper.ts';

export const ugne: Group = {
  leader: 'ugne',
  kind: 'minor',
  title: 'Książkowe rolki po sejneńsku',
  applicant: {
    phone: '600 000 935',
    street: 'ul. Piłsudskiego 23 m. 8',
    postalCode: '16-500',
    city: 'Sejny',
    guardianName: 'Rasa Vaznelienė',
  },
  answers: {
    summary:
      'Chcę robić rolki (krótkie filmiki) o książkach, po polsku, po litewsku i „po sejneńsku”, czyli tak jak mówimy naprawdę. Jedna książka, 60 sekund, jedno miejsce w Sejnach w tle. Zrobimy dwadzieścia rolek z koleżankami i pokaz w bibliotece.',
    need: 'Młodzi nie czytają opisów książek, tylko oglądają. Na TikToku jest dużo rolek o książkach, ale żadnej od nas i prawie żadnej po litewsku. W diagnozie jest o książce dla tych którzy nie czytają.',
    goal: 'Ktoś obejrzy, a potem przeczyta. Chciałabym żeby chociaż 10 książek z naszych rolek było cały czas wypożyczonych.',
    audience: 'Ja i trzy koleżanki, na warsztaty jeszcze kilka osób. Oglądać może każdy.',
    community: 'Ludzie będą nam polecać książki, a my to nagramy. Można też wystąpić.',
    partners: 'Biblioteka, moja ciocia, która montuje filmy z wesel.',
    own_input: 'Telefony, pomysły, konto.',
    actions:
      'W czerwcu trzy warsztaty: jak napisać scenariusz na minutę, jak nagrać, jak zmontować. W wakacje nagrywamy rolki i wrzucamy dwie na tydzień. We wrześniu pokaz na dużym ekranie i rozmowa.',
    reading: 'Każda rolka jest o jednej książce z biblioteki i na końcu jest jej sygnatura, żeby łatwo znaleźć.',
    safety: 'Nagrywamy tylko osoby które się zgodzą, a dzieci za zgodą rodziców. Robimy napisy.',
    promotion: 'Samo się promuje. I plakaty.',
    lasting: 'Rolki zostaną w internecie.',
  },
  schedule: [
    ['Warsztaty nagrywania', '08.06.2024', '22.06.2024', 'biblioteka w Sejnach'],
    ['Nagrywanie rolek', '24.06.2024', '31.08.2024', 'Sejny'],
    ['Pokaz', '20.09.2024', '', 'biblioteka w Sejnach'],
  ],
  costs: [
    ['pay', 'Warsztaty z osobą, która robi filmy', '3', 'warsztaty', '300,00'],
    ['materials', 'Książki i rekwizyty', '1', 'komplet', '400,00'],
    ['print', 'Plakaty', '30', 'szt.', '5,00'],
    ['rental', 'Statyw, lampa i mikrofon', '2', 'miesiące', '250,00'],
    ['transport', 'Bilety', '3', 'wyjazdy', '50,00'],
    ['catering', 'Przekąski', '4', 'spotkania', '50,00'],
    ['licences', 'Muzyka do rolek', '1', 'licencja', '300,00'],
  ],
  attachments: [
    {
      at: '2024-03-14 20.52',
      label: 'Zgoda mamy',
      fileName: 'zgoda.pdf',
      title: 'Zgoda opiekuna prawnego',
      draw: paper({
        placeAndDay: 'Sejny, 14 marca 2024 r.',
        title: 'Zgoda opiekuna prawnego',
        text: 'Zgadzam się na udział mojej córki Ugnė w konkursie biblioteki i na to, żeby prowadziła inicjatywę „Książkowe rolki po sejneńsku”. Proszę, żeby przed publikacją filmów córka pokazywała mi je, jeśli występują w nich inne dzieci.',
        signedBy: [['Opiekun prawny', 'Rasa Vaznelienė']],
      }),
    },
  ],
  begunAt: '2024-03-08 16.20',
  sittings: [
    { at: '2024-03-08 17.05', sections: ['wnioskodawca', 'idea', 'people'] },
    { at: '2024-03-14 20.40', sections: ['course', 'after', 'harmonogram', 'kosztorys', 'oswiadczenia'] },
  ],
  sentAt: '2024-03-15 08.05',
};
