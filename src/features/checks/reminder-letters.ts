import { z } from 'zod';
import { letterKind } from '../../mail/kinds.ts';

export const correctionsReminder = letterKind({
  kind: 'corrections_reminder',
  name: 'Przypomnienie: poprawki wniosku',
  when: 'dzień przed terminem poprawek, jeśli grupa ich nie wysłała',
  to: 'do lidera i współautorów, którzy mogą zmieniać wniosek',
  fields: z.object({
    title: z.string().describe('tytuł inicjatywy'),
    callTitle: z.string().describe('nazwa konkursu'),
    deadline: z.string().describe('dzień i godzina, do których można wysłać poprawki'),
    address: z.string().describe('adres strony wniosku'),
  }),
  subject: 'Poprawki wniosku czekają: termin {{deadline}}',
  body: `Prosiliśmy o poprawki we wniosku „{{title}}” w konkursie „{{callTitle}}” i jeszcze ich nie mamy. Przyjmujemy je do {{deadline}}. Jeśli nie przyjdą, sprawdzimy wniosek taki, jaki złożyliście.

Co poprawić i przycisk „Popraw wniosek”:
{{address}}`,
  sample: {
    title: 'Herbata z książką',
    callTitle: 'Małe pomysły 2024',
    deadline: '27 marca 2024 r., godz. 15.00',
    address: 'https://konkurs.example.org/wnioski/7',
  },
});
