import { z } from 'zod';
import { letterKind } from '../../mail/kinds.ts';

const fields = z.object({
  title: z.string().describe('tytuł inicjatywy'),
  deadline: z.string().describe('dzień i godzina, do której trzeba zdążyć'),
  address: z.string().describe('adres strony inicjatywy'),
});
const sample = {
  title: 'Herbata z książką',
  deadline: '30 września 2024 r., godz. 23.59',
  address: 'https://konkurs.example.org/inicjatywy/3',
};

export const purchaseReminder = letterKind({
  kind: 'purchase_reminder',
  name: 'Przypomnienie: ostatnie zakupy',
  when: 'przed ostatnim dniem zakupów, gdy inicjatywa trwa',
  to: 'do lidera grupy',
  fields,
  subject: 'Ostatni dzień zakupów: {{deadline}}',
  body: `Zakupy do inicjatywy „{{title}}” można robić do {{deadline}}. Jeśli czegoś jeszcze potrzebujecie, powiedzcie nam o tym już teraz: to biblioteka kupuje i płaci.

Strona Waszej inicjatywy:
{{address}}`,
  sample,
});

/** Whether the report came is not known here, so it is off until somebody turns it on. */
export const reportReminder = letterKind({
  kind: 'report_reminder',
  name: 'Przypomnienie: sprawozdanie grupy',
  when: 'przed terminem sprawozdania, gdy inicjatywa nie jest rozliczona',
  to: 'do lidera grupy',
  fields,
  subject: 'Sprawozdanie z inicjatywy: termin {{deadline}}',
  body: `Czekamy na sprawozdanie z inicjatywy „{{title}}”, do {{deadline}}. Jeśli już je oddaliście, dziękujemy.

Strona Waszej inicjatywy:
{{address}}`,
  sample: { ...sample, deadline: '14 października 2024 r., godz. 23.59' },
});
