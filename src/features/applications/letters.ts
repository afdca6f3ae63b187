import { z } from 'zod';
import { letterKind, senderFields } from '../../mail/kinds.ts';

/** What a group receives about its application. */
export const applicationLetters = {
  application_submitted: letterKind({
    kind: 'application_submitted',
    name: 'Potwierdzenie złożenia wniosku',
    when: 'zaraz po złożeniu wniosku',
    to: 'do lidera grupy',
    fields: z.object({
      applicationCode: z.string().describe('numer wniosku'),
      title: z.string().describe('tytuł inicjatywy'),
      callTitle: z.string().describe('nazwa konkursu'),
      submittedAt: z.string().describe('dzień i godzina wpływu'),
      requested: z.string().describe('kwota wnioskowana'),
      fingerprint: z.string().describe('odcisk złożonej treści'),
      next: z.string().describe('co będzie dalej, z terminami konkursu'),
      address: z.string().describe('adres strony wniosku'),
      ...senderFields,
    }),
    subject: 'Wniosek {{applicationCode}} złożony: {{title}}',
    body: `Dzień dobry!

Wniosek „{{title}}” w konkursie „{{callTitle}}” wpłynął {{submittedAt}}.
Numer wniosku: {{applicationCode}}
Wnioskowana kwota: {{requested}}

Co dalej
{{next}}

W załączniku jest kopia wniosku. Wniosek, potwierdzenie złożenia i dalsze kroki są zawsze tutaj:
{{address}}

Jeśli zmienicie zdanie, na tej stronie można też wycofać wniosek przed ogłoszeniem wyników.

Odcisk treści, na wypadek wątpliwości, co zostało złożone: {{fingerprint}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      applicationCode: 'MP/2024/03',
      title: 'Dwa języki, jedna półka',
      callTitle: 'Małe pomysły 2024',
      submittedAt: '13 marca 2024 r., godz. 21.17',
      requested: '4 335,00 zł',
      fingerprint: '9f2c41d07be85a6c3f10e2d94b7a6158c0d3e7f29a41b68c5d02e7f3194ab86d',
      next: 'Do 20 marca 2024 r. sprawdzimy wniosek formalnie i napiszemy, jeśli trzeba coś poprawić. Wyniki ogłosimy 22 kwietnia 2024 r.',
      address: 'https://konkurs.example.org/wnioski/7',
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
    },
  }),
};
