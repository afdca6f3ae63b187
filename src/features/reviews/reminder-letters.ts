import { z } from 'zod';
import { letterKind } from '../../mail/kinds.ts';

/** How many cards, never of whom: the letter lies in the outbox for others to read. */
export const cardsReminder = letterKind({
  kind: 'cards_reminder',
  name: 'Przypomnienie: karty oceny',
  when: 'kilka dni przed końcem oceny, jeśli nie wszystkie karty są wysłane',
  to: 'do osoby z komisji, której zostały karty do wysłania',
  fields: z.object({
    callTitle: z.string().describe('nazwa konkursu'),
    cards: z.string().describe('ile kart zostało, na przykład: 3 karty oceny'),
    deadline: z.string().describe('dzień i godzina końca oceny'),
    address: z.string().describe('adres listy wniosków do oceny'),
  }),
  subject: 'Do wysłania: {{cards}}, termin {{deadline}}',
  body: `W naborze „{{callTitle}}” do wysłania zostało: {{cards}}. Ocena kończy się {{deadline}}. To, co już zapisane, czeka na dokończenie:
{{address}}`,
  sample: {
    callTitle: 'Małe pomysły 2024',
    cards: '3 karty oceny',
    deadline: '15 kwietnia 2024 r., godz. 23.59',
    address: 'https://konkurs.example.org/oceny',
  },
});
