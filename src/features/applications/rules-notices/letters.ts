import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

export const rulesNoticeLetters = {
  rules_changed: letterKind({
    kind: 'rules_changed',
    name: 'Zmiana regulaminu konkursu',
    when: 'gdy koordynator opublikuje zmianę ogłoszonego regulaminu i zdecyduje, żeby napisać do grup',
    to: 'do liderów wniosków i szkiców zaczętych przed zmianą',
    fields: z.object({
      callTitle: z.string().describe('nazwa konkursu'),
      changes: z.string().describe('co się zmieniło: było i jest'),
      reason: z.string().describe('powód zmiany; może być pusty'),
      rulesAddress: z.string().describe('adres regulaminu w obecnym brzmieniu'),
      address: z.string().describe('adres strony wniosku albo szkicu'),
      ...senderFields,
    }),
    subject: 'Zmiana regulaminu konkursu „{{callTitle}}”',
    body: `Dzień dobry!

Zmienił się regulamin konkursu „{{callTitle}}”, w którym piszecie albo złożyliście wniosek.

{{changes}}

{{#if reason}}Powód: {{reason}}

{{/if}}Cały regulamin, tak jak obowiązuje teraz:
{{rulesAddress}}

Wasz wniosek jest tutaj:
{{address}}

Jeśli nie wiecie, co ta zmiana znaczy dla Was, zadzwońcie albo odpiszcie na ten list.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      callTitle: 'Małe pomysły 2024',
      changes:
        '§ Rezygnacja\nByło: Grupa może zrezygnować.\nJest: Grupa może zrezygnować w każdej chwili, także po wynikach.',
      reason: 'Pytaliście, czy po wynikach można się jeszcze wycofać.',
      rulesAddress: 'https://konkurs.example.org/nabory/1/regulamin',
      address: 'https://konkurs.example.org/wnioski/7',
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
    },
  }),
};
