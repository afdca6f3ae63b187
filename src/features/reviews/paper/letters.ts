import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

export const paperLetters = {
  card_keyed_in: letterKind({
    kind: 'card_keyed_in',
    name: 'Karta oceny wpisana z papieru',
    when: 'gdy biblioteka wpisze kartę oceny, którą osoba z komisji wypełniła na papierze',
    to: 'do osoby z komisji, której to karta',
    fields: z.object({
      ...senderFields,
      callTitle: z.string().describe('nazwa konkursu'),
      number: z.string().describe('numer wniosku'),
      title: z.string().describe('tytuł inicjatywy'),
      keyedBy: z.string().describe('kto wpisał kartę'),
      points: z.string().describe('punkty przy kryteriach, każde w osobnej linii'),
      total: z.string().describe('razem na karcie'),
      justification: z.string().describe('uzasadnienie z karty'),
      suggested: z.string().describe('proponowana kwota; puste, jeśli na karcie jej nie ma'),
      address: z.string().describe('adres karty'),
    }),
    subject: 'Wniosek {{number}}: Twoja karta oceny jest wpisana z papieru',
    body: `Dzień dobry!

Twoja karta oceny wniosku „{{title}}” ({{number}}) w konkursie „{{callTitle}}” jest wpisana z papieru i wysłana. Wpisała ją osoba: {{keyedBy}}. Sprawdź, czy wszystko się zgadza:

{{points}}

Razem na karcie: {{total}}

Uzasadnienie:
{{justification}}
{{#if suggested}}
Proponowana kwota: {{suggested}}
{{/if}}
Jeśli coś jest inaczej niż na papierze, zadzwoń: kartę można otworzyć ponownie, dopóki komisja nie przyjmie rankingu. Karta i jej skan są tutaj:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
      callTitle: 'Małe pomysły 2024',
      number: 'MP/2024/07',
      title: 'Ławki z wierszem',
      keyedBy: 'Joanna Wasilewska',
      points: 'Potrzeba: 4 z 5\nKosztorys: 3 z 5',
      total: '17',
      justification: 'Pomysł jest prosty i potrzebny, a grupa pokazała już, że umie dotrzymać słowa.',
      suggested: '3 000 zł',
      address: 'https://konkurs.example.org/wnioski/7/ocena',
    },
  }),
};
