import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

export const lateLetters = {
  late_link: letterKind({
    kind: 'late_link',
    name: 'Zgoda na złożenie wniosku po terminie',
    when: 'gdy koordynator pozwoli jednej osobie złożyć wniosek po terminie',
    to: 'do tej osoby',
    fields: z.object({
      callTitle: z.string().describe('nazwa konkursu'),
      until: z.string().describe('do kiedy można złożyć wniosek'),
      reason: z.string().describe('powód zgody'),
      address: z.string().describe('adres strony, na której można złożyć wniosek'),
      ...senderFields,
    }),
    subject: 'Możecie złożyć wniosek do {{until}} – „{{callTitle}}”',
    body: `Dzień dobry!

W konkursie „{{callTitle}}” możecie złożyć wniosek po terminie, do {{until}}.

Powód: {{reason}}

Złożycie go tutaj:
{{address}}

Strona poprosi o wejście: podajcie adres e-mail, na który przyszedł ten list. Zgoda dotyczy tylko Was. Na wniosku będzie widać, że wpłynął po terminie i dlaczego.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      callTitle: 'Małe pomysły 2024',
      until: 'poniedziałku 18 marca 2024 r., godz. 12.00',
      reason: 'W godzinie składania wniosków strona biblioteki nie działała.',
      address: 'https://konkurs.example.org/wnioski/po-terminie/3',
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
    },
  }),
};
