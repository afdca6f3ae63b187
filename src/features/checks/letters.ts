import { z } from 'zod';
import { day } from '../../lib/days.ts';
import { letterKind, senderFields } from '../../mail/kinds.ts';

export const recheckTitle = (number: string) => `Ostatni dzień na prośbę o ponowne sprawdzenie wniosku ${number}`;

export const checkLetters = {
  formal_outcome: letterKind({
    kind: 'formal_outcome',
    name: 'Wynik oceny formalnej',
    when: 'gdy ocena formalna wniosku jest zakończona',
    to: 'do lidera grupy',
    fields: z.object({
      ...senderFields,
      callTitle: z.string().describe('nazwa konkursu'),
      number: z.string().describe('numer wniosku'),
      title: z.string().describe('tytuł inicjatywy'),
      accepted: z.boolean().describe('wniosek przeszedł ocenę formalną'),
      reason: z.string().describe('powód odrzucenia; puste, jeśli wniosek przeszedł'),
      recheckUntil: z
        .string()
        .describe('ostatni dzień na prośbę o ponowne sprawdzenie; puste, jeśli wniosek przeszedł'),
      address: z.string().describe('adres strony wniosku'),
    }),
    event: {
      meaning: 'ostatni dzień na prośbę o ponowne sprawdzenie, jeśli wniosek odrzucono',
      sample: {
        title: recheckTitle('MP/2024/07'),
        when: { firstDay: day('2024-03-22'), lastDay: day('2024-03-22') },
      },
    },
    subject: 'Wniosek {{number}}: wynik oceny formalnej',
    body: `Dzień dobry!

{{#if accepted}}Wasz wniosek „{{title}}” ({{number}}) przeszedł ocenę formalną w konkursie „{{callTitle}}”. Teraz czyta go komisja. Nie musicie nic robić, o wyniku napiszemy.{{else}}Wasz wniosek „{{title}}” ({{number}}) nie przeszedł oceny formalnej w konkursie „{{callTitle}}”, więc komisja nie będzie go oceniać.

Powód:
{{reason}}

Jeśli uważacie, że to pomyłka, do {{recheckUntil}} możecie poprosić o ponowne sprawdzenie: na stronie wniosku albo na piśmie w bibliotece.{{/if}}

Wasz wniosek:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
      callTitle: 'Małe pomysły 2024',
      number: 'MP/2024/07',
      title: 'Ławki z wierszem',
      accepted: false,
      reason: 'Działania odbędą się poza obszarem konkursu.',
      recheckUntil: '22 marca 2024 r.',
      address: 'https://konkurs.example.org/wnioski/7',
    },
  }),
};
