import { z } from 'zod';
import { letterKind } from '../../mail/kinds.ts';

export const draftReminder = letterKind({
  kind: 'draft_reminder',
  name: 'Przypomnienie: szkic wniosku',
  when: 'kilka dni przed końcem naboru, jeśli szkic nie jest złożony',
  to: 'do lidera i współautorów szkicu',
  fields: z.object({
    title: z.string().describe('tytuł inicjatywy; puste, jeśli jeszcze go nie ma'),
    callTitle: z.string().describe('nazwa konkursu'),
    deadline: z.string().describe('dzień i godzina końca naboru'),
    address: z.string().describe('adres strony szkicu'),
  }),
  subject: 'Szkic wniosku czeka: termin {{deadline}}',
  body: `Wasz szkic wniosku{{#if title}} „{{title}}”{{/if}} w konkursie „{{callTitle}}” nie jest jeszcze złożony. Nabór kończy się {{deadline}}; później nie da się już złożyć wniosku.

Szkic i lista tego, czego jeszcze brakuje:
{{address}}`,
  sample: {
    title: 'Herbata z książką',
    callTitle: 'Małe pomysły 2024',
    deadline: '15 marca 2024 r., godz. 15.00',
    address: 'https://konkurs.example.org/wnioski/7',
  },
});
