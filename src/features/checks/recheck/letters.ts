import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

export const recheckLetters = {
  recheck_outcome: letterKind({
    kind: 'recheck_outcome',
    name: 'Odpowiedź na prośbę o ponowne sprawdzenie',
    when: 'gdy biblioteka rozpatrzy prośbę o ponowne sprawdzenie odrzuconego wniosku',
    to: 'do lidera grupy',
    fields: z.object({
      ...senderFields,
      callTitle: z.string().describe('nazwa konkursu'),
      number: z.string().describe('numer wniosku'),
      title: z.string().describe('tytuł inicjatywy'),
      reopened: z.boolean().describe('prośbę uwzględniono: wniosek będzie sprawdzany od nowa'),
      answer: z.string().describe('uzasadnienie'),
      address: z.string().describe('adres strony wniosku'),
    }),
    subject: 'Wniosek {{number}}: odpowiedź na prośbę o ponowne sprawdzenie',
    body: `Dzień dobry!

{{#if reopened}}Uwzględniliśmy Waszą prośbę: wniosek „{{title}}” ({{number}}) w konkursie „{{callTitle}}” sprawdzimy od nowa. O wyniku napiszemy.{{else}}Sprawdziliśmy jeszcze raz wniosek „{{title}}” ({{number}}) w konkursie „{{callTitle}}”. Wynik oceny formalnej się nie zmienia: komisja nie będzie go oceniać.{{/if}}

Uzasadnienie:
{{answer}}

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
      reopened: true,
      answer: 'Szkoła, w której odbędą się spotkania, leży w naszym powiecie.',
      address: 'https://konkurs.example.org/wnioski/7',
    },
  }),
};
