import { z } from 'zod';
import { day } from '../../../lib/days.ts';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

export const correctionsTitle = (number: string) => `Termin poprawek we wniosku ${number}`;

const about = {
  callTitle: z.string().describe('nazwa konkursu'),
  number: z.string().describe('numer wniosku'),
  title: z.string().describe('tytuł inicjatywy'),
  address: z.string().describe('adres strony wniosku'),
};

const sample = {
  organisationName: 'Biblioteka Publiczna w Przykładowie',
  organisationPhone: '87 123 45 67',
  callTitle: 'Małe pomysły 2024',
  number: 'MP/2024/07',
  title: 'Ławki z wierszem',
  address: 'https://konkurs.example.org/wnioski/7',
};

export const correctionLetters = {
  corrections_asked: letterKind({
    kind: 'corrections_asked',
    name: 'Prośba o poprawki',
    when: 'gdy w ocenie formalnej brakuje czegoś, co można uzupełnić',
    to: 'do lidera grupy i współautorów, którzy mogą zmieniać wniosek',
    fields: z.object({
      ...senderFields,
      ...about,
      points: z.string().describe('części wniosku i czego w nich brakuje, każda w nowym wierszu'),
      until: z.string().describe('dzień i godzina, do których można wysłać poprawki'),
    }),
    event: {
      meaning: 'termin poprawek',
      sample: {
        title: correctionsTitle('MP/2024/07'),
        when: { firstDay: day('2024-03-27'), lastDay: day('2024-03-27') },
      },
    },
    subject: 'Wniosek {{number}}: prosimy o poprawki do {{until}}',
    body: `Dzień dobry!

Sprawdzamy Wasz wniosek „{{title}}” ({{number}}) w konkursie „{{callTitle}}”. Zanim pójdzie dalej, prosimy o poprawki:

{{points}}

Czekamy na nie do {{until}}. Na stronie wniosku jest przycisk „Popraw wniosek”: otwarte są tylko te części, reszta zostaje tak, jak ją złożyliście. Numer wniosku się nie zmieni.

Jeśli poprawki nie przyjdą na czas, sprawdzimy wniosek taki, jaki jest. Gdy coś jest niejasne albo nie macie jak poprawić wniosku przez internet, zadzwońcie: pomożemy.

Wasz wniosek:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      ...sample,
      points: '– Kosztorys: brakuje ceny desek.\n– Załączniki: prosimy o zgodę właściciela działki.',
      until: 'środy 27 marca 2024 r., godz. 15.00',
    },
  }),
  corrections_taken_back: letterKind({
    kind: 'corrections_taken_back',
    name: 'Odwołanie prośby o poprawki',
    when: 'gdy poprawki, o które proszono, nie są już potrzebne',
    to: 'do lidera grupy i współautorów, którzy mogą zmieniać wniosek',
    fields: z.object({ ...senderFields, ...about }),
    subject: 'Wniosek {{number}}: poprawki nie są już potrzebne',
    body: `Dzień dobry!

Prosiliśmy o poprawki we wniosku „{{title}}” ({{number}}) w konkursie „{{callTitle}}”. Nie są już potrzebne: sprawdzamy wniosek taki, jaki złożyliście. Nie musicie nic robić.

Wasz wniosek:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample,
  }),
};
