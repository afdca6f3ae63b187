import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

export const dateLetters = {
  dates_changed: letterKind({
    kind: 'dates_changed',
    name: 'Zmiana terminu w konkursie',
    when: 'gdy koordynator zmieni ogłoszony termin i zdecyduje, żeby napisać do grup',
    to: 'do liderów wniosków i szkiców w tym konkursie',
    fields: z.object({
      callTitle: z.string().describe('nazwa konkursu'),
      changes: z.string().describe('co się zmieniło: było i jest'),
      reason: z.string().describe('powód zmiany'),
      address: z.string().describe('adres strony wniosku albo szkicu'),
      ...senderFields,
    }),
    subject: 'Zmiana terminu w konkursie „{{callTitle}}”',
    body: `Dzień dobry!

W konkursie „{{callTitle}}” zmienił się termin:

{{changes}}

Powód: {{reason}}

Wasz wniosek jest tutaj:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      callTitle: 'Małe pomysły 2024',
      changes:
        'Nabór wniosków: było 12 lutego – 15 marca 2024 r., godz. 15.00, jest 12 lutego – 18 marca 2024 r., godz. 12.00',
      reason: 'W czwartek przez cały dzień nie było prądu.',
      address: 'https://konkurs.example.org/wnioski/7',
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
    },
  }),
};
