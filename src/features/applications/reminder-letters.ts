import { z } from 'zod';
import { letterKind } from '../../mail/kinds.ts';

const reminded = {
  title: z.string().describe('tytuł inicjatywy; puste, jeśli jeszcze go nie ma'),
  callTitle: z.string().describe('nazwa konkursu'),
  deadline: z.string().describe('dzień i godzina końca naboru'),
};

const sample = {
  title: 'Herbata z książką',
  callTitle: 'Małe pomysły 2024',
  deadline: '15 marca 2024 r., godz. 15.00',
  address: 'https://konkurs.example.org/wnioski/7',
};

export const draftReminder = letterKind({
  kind: 'draft_reminder',
  name: 'Przypomnienie: szkic wniosku',
  when: 'kilka dni przed końcem naboru, jeśli szkic nie jest złożony',
  to: 'do lidera i współautorów szkicu',
  fields: z.object({ ...reminded, address: z.string().describe('adres strony szkicu') }),
  subject: 'Szkic wniosku czeka: termin {{deadline}}',
  body: `Wasz szkic wniosku{{#if title}} „{{title}}”{{/if}} w konkursie „{{callTitle}}” nie jest jeszcze złożony. Nabór kończy się {{deadline}}; później nie da się już złożyć wniosku.

Szkic i lista tego, czego jeszcze brakuje:
{{address}}`,
  sample,
});

export const amendmentReminder = letterKind({
  kind: 'amendment_reminder',
  name: 'Przypomnienie: niewysłane zmiany wniosku',
  when: 'dzień przed końcem naboru, jeśli zaczęte zmiany złożonego wniosku nie są wysłane',
  to: 'do lidera i współautorów',
  fields: z.object({ ...reminded, address: z.string().describe('adres strony zmian') }),
  subject: 'Zmiany wniosku czekają na wysłanie: termin {{deadline}}',
  body: `Zaczęliście zmieniać złożony wniosek{{#if title}} „{{title}}”{{/if}} w konkursie „{{callTitle}}” i zmiany nie są wysłane. Można je wysłać, dopóki trwa nabór: kończy się {{deadline}}. Jeśli ich nie wyślecie, ważny zostaje wniosek taki, jaki złożyliście.

Zmiany:
{{address}}`,
  sample,
});
