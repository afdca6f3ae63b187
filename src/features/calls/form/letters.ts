import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

/** What those already writing are told when the form of an open call changes. */
export const formLetters = {
  form_changed: letterKind({
    kind: 'form_changed',
    name: 'Zmiana formularza wniosku',
    when: 'gdy biblioteka zmieni formularz, a wniosek jest jeszcze szkicem',
    to: 'do lidera grupy',
    fields: z.object({
      callTitle: z.string().describe('nazwa konkursu'),
      title: z.string().describe('tytuł inicjatywy; może być pusty'),
      changes: z.string().describe('co się zmieniło'),
      address: z.string().describe('adres szkicu'),
      ...senderFields,
    }),
    subject: 'Zmienił się formularz wniosku: {{callTitle}}',
    body: `Dzień dobry!

Zmieniliśmy formularz wniosku w konkursie „{{callTitle}}”.{{#if title}} Piszecie w nim wniosek „{{title}}”.{{/if}}

{{changes}}

Nic z tego, co napisaliście, nie zginęło. Możecie dokończyć wniosek w dotychczasowym formularzu albo przejść na nowy, zachowując wszystkie odpowiedzi. Wybierzecie to na stronie wniosku:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      callTitle: 'Małe pomysły 2024',
      title: 'Dwa języki, jedna półka',
      changes: 'Nowe pytania:\n- Ile osób weźmie udział?',
      address: 'https://konkurs.example.org/wnioski/7',
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
    },
  }),
};
