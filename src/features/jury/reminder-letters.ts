import { z } from 'zod';
import { letterKind } from '../../mail/kinds.ts';

export const declarationReminder = letterKind({
  kind: 'declaration_reminder',
  name: 'Przypomnienie: oświadczenie komisji',
  when: 'kilka dni przed końcem czasu na oświadczenia, jeśli go nie ma',
  to: 'do osoby z komisji, która nie złożyła oświadczenia',
  fields: z.object({
    callTitle: z.string().describe('nazwa konkursu'),
    deadline: z.string().describe('dzień i godzina, do której składa się oświadczenia'),
    address: z.string().describe('adres strony z oświadczeniem'),
  }),
  subject: 'Oświadczenie o bezstronności: termin {{deadline}}',
  body: `Czekamy na oświadczenie o bezstronności w naborze „{{callTitle}}”, do {{deadline}}. Dopiero po nim otworzą się wnioski do oceny. Zajmuje kilka minut:
{{address}}`,
  sample: {
    callTitle: 'Małe pomysły 2024',
    deadline: '27 marca 2024 r., godz. 23.59',
    address: 'https://konkurs.example.org/komisja/1/oswiadczenie',
  },
});
