import { z } from 'zod';
import { letterKind } from '../../mail/kinds.ts';

export const signatureReminder = letterKind({
  kind: 'signature_reminder',
  name: 'Przypomnienie: porozumienie do podpisu',
  when: 'gdy wydane porozumienie długo czeka na podpis',
  to: 'do lidera grupy',
  fields: z.object({
    title: z.string().describe('tytuł inicjatywy'),
    number: z.string().describe('numer porozumienia'),
    issued: z.string().describe('dzień, w którym wydano porozumienie'),
    address: z.string().describe('adres strony z porozumieniem'),
  }),
  subject: 'Porozumienie {{number}} czeka na podpis',
  body: `Porozumienie nr {{number}} do inicjatywy „{{title}}” czeka na Wasz podpis od {{issued}}. Dopóki nie jest podpisane, niczego nie kupujcie i nie zamawiajcie.

Jeśli coś jest niejasne, zadzwońcie. Porozumienie jest tutaj:
{{address}}`,
  sample: {
    title: 'Herbata z książką',
    number: 'MP/2024/03/P',
    issued: '29 kwietnia 2024 r.',
    address: 'https://konkurs.example.org/inicjatywy/3/porozumienie',
  },
});
