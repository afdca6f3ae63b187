import { z } from 'zod';
import { letterKind, senderFields } from '../../mail/kinds.ts';

const senderSample = { organisationName: 'Biblioteka Publiczna w Przykładowie', organisationPhone: '87 123 45 67' };
const signature = `{{organisationName}}
tel. {{organisationPhone}}`;

/** The letters that go by the clock. What a reminder is about stands in the texts of the rooms; this is the letter around it. */
export const correspondenceLetters = {
  reminder: letterKind({
    kind: 'reminder',
    name: 'Przypomnienie: ramka listu',
    when: 'rano, gdy zbliża się termin albo coś długo czeka',
    to: 'do osoby, która ma coś do zrobienia; kilka spraw to jeden list',
    fields: z.object({
      ...senderFields,
      topic: z.string().describe('temat, jeśli sprawa jest jedna; puste, jeśli jest ich kilka'),
      things: z.string().describe('wszystkie sprawy, z tekstów przypomnień'),
    }),
    subject: '{{#if topic}}{{topic}}{{else}}Przypominamy o kilku sprawach{{/if}}',
    body: `Dzień dobry!

{{things}}

Jeśli to już zrobione, nie trzeba nic robić. Pytania? Wystarczy odpisać albo zadzwonić.

${signature}`,
    sample: {
      ...senderSample,
      topic: 'Szkic wniosku czeka: termin 15 marca 2024 r.',
      things: 'Szkic „Herbata z książką” nie jest jeszcze złożony. Termin mija 15 marca 2024 r., godz. 15.00.',
    },
  }),
  daily_summary: letterKind({
    kind: 'daily_summary',
    name: 'Codzienne podsumowanie',
    when: 'rano w dzień roboczy, jeśli jest o czym pisać',
    to: 'do osób z zespołu, które go chcą',
    fields: z.object({
      ...senderFields,
      today: z.string().describe('dzień tygodnia i data'),
      things: z.string().describe('co czeka, co nowego i jakie terminy się zbliżają'),
      deskAddress: z.string().describe('adres Pulpitu'),
      switchAddress: z.string().describe('adres strony, na której można ten list wyłączyć'),
    }),
    subject: 'Konkurs dziś: {{today}}',
    body: `Dzień dobry!

{{things}}

Wszystko jest na Pulpicie:
{{deskAddress}}

Nie chcesz tego listu? Wyłącz go tutaj:
{{switchAddress}}

${signature}`,
    sample: {
      ...senderSample,
      today: 'piątek, 15 marca 2024 r.',
      things: 'Czeka na Ciebie\n– Oceń formalnie: 4 wnioski\n\nTerminy\n– koniec naboru: 15 marca 2024 r., godz. 15.00',
      deskAddress: 'https://konkurs.example.org/pulpit',
      switchAddress: 'https://konkurs.example.org/pisma/podsumowanie',
    },
  }),
};
