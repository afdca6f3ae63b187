import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

const sender = { organisationName: 'Biblioteka Publiczna w Przykładowie', organisationPhone: '87 123 45 67' };

export const guardianLetters = {
  guardian_asked: letterKind({
    kind: 'guardian_asked',
    name: 'Prośba o zgodę opiekuna',
    when: 'gdy osoba niepełnoletnia albo biblioteka prosi o zgodę opiekuna',
    to: 'do rodzica albo opiekuna prawnego',
    opensDoor: true,
    fields: z.object({
      ...senderFields,
      guardianName: z.string().describe('imię i nazwisko opiekuna'),
      childName: z.string().describe('imię i nazwisko osoby niepełnoletniej'),
      title: z.string().describe('tytuł inicjatywy'),
      callTitle: z.string().describe('nazwa konkursu'),
    }),
    subject: 'Prośba o zgodę opiekuna: {{childName}}',
    body: `Dzień dobry!

{{childName}} prowadzi wniosek „{{title}}” w konkursie „{{callTitle}}” i podaje jako opiekuna: {{guardianName}}. Osoba niepełnoletnia potrzebuje zgody rodzica albo opiekuna prawnego.

Otwórzcie ten link. Zobaczycie, na co dokładnie jest zgoda, i dwa przyciski: „Wyrażam zgodę” i „Nie zgadzam się”:
{{link}}

Link działa raz, przez 14 dni. Nie zakłada żadnego konta. Gdybyście dzwonili do nas w tej sprawie, podajcie numer listu: {{code}}

Wolicie na papierze? Przyjdźcie do biblioteki albo podpiszcie kartkę, którą można wydrukować na stronie wniosku.

Nie znacie tego dziecka? Nic nie róbcie i dajcie nam znać.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      ...sender,
      guardianName: 'Teresa Krakowska',
      childName: 'Kajetan Krakowski',
      title: 'Rolki o książkach z naszej półki',
      callTitle: 'Małe pomysły 2024',
    },
  }),
  guardian_answered: letterKind({
    kind: 'guardian_answered',
    name: 'Odpowiedź opiekuna',
    when: 'gdy opiekun się zgodzi, odmówi albo zgoda przestanie obowiązywać',
    to: 'do osoby, która prowadzi wniosek',
    fields: z.object({
      ...senderFields,
      title: z.string().describe('tytuł inicjatywy'),
      callTitle: z.string().describe('nazwa konkursu'),
      answer: z.string().describe('co powiedział opiekun, jedno zdanie'),
      next: z.string().describe('co dalej, jedno zdanie'),
      address: z.string().describe('adres strony o zgodzie opiekuna'),
    }),
    subject: 'Zgoda opiekuna: {{title}}',
    body: `Dzień dobry!

Chodzi o wniosek „{{title}}” w konkursie „{{callTitle}}”.

{{answer}} {{next}}

Wszystko o zgodzie opiekuna jest tutaj:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      ...sender,
      title: 'Rolki o książkach z naszej półki',
      callTitle: 'Małe pomysły 2024',
      answer: 'Zgoda opiekuna jest zapisana (Teresa Krakowska).',
      next: 'Nic więcej nie musicie w tej sprawie robić.',
      address: 'https://konkurs.example.org/wnioski/7/opiekun',
    },
  }),
};
