import { z } from 'zod';
import { letterKind, senderFields } from '../../mail/kinds.ts';

const sentFields = {
  applicationCode: z.string().describe('numer wniosku'),
  title: z.string().describe('tytuł inicjatywy'),
  callTitle: z.string().describe('nazwa konkursu'),
  submittedAt: z.string().describe('dzień i godzina wpływu'),
  requested: z.string().describe('kwota wnioskowana'),
  fingerprint: z.string().describe('odcisk złożonej treści'),
  next: z.string().describe('co będzie dalej, z terminami konkursu'),
  stillOpen: z.string().describe('co jeszcze można zrobić z wnioskiem i do kiedy'),
  address: z.string().describe('adres strony wniosku'),
  ...senderFields,
};

const sample = {
  applicationCode: 'MP/2024/03',
  title: 'Dwa języki, jedna półka',
  callTitle: 'Małe pomysły 2024',
  submittedAt: '13 marca 2024 r., godz. 21.17',
  requested: '4 335,00 zł',
  fingerprint: '9f2c41d07be85a6c3f10e2d94b7a6158c0d3e7f29a41b68c5d02e7f3194ab86d',
  next: 'Do 20 marca 2024 r. sprawdzimy wniosek formalnie i napiszemy, jeśli trzeba coś poprawić. Wyniki ogłosimy 22 kwietnia 2024 r.',
  stillOpen:
    'Do piątku 15 marca 2024 r., godz. 15.00 możecie na tej stronie zmienić wniosek i złożyć go jeszcze raz; do ogłoszenia wyników możecie go wycofać.',
  address: 'https://konkurs.example.org/wnioski/7',
  organisationName: 'Biblioteka Publiczna w Przykładowie',
  organisationPhone: '87 123 45 67',
};

/** What a group receives about its application. */
export const applicationLetters = {
  application_submitted: letterKind({
    kind: 'application_submitted',
    name: 'Potwierdzenie złożenia wniosku',
    when: 'zaraz po złożeniu wniosku',
    to: 'do lidera grupy',
    fields: z.object(sentFields),
    subject: 'Wniosek {{applicationCode}} złożony: {{title}}',
    body: `Dzień dobry!

Wniosek „{{title}}” w konkursie „{{callTitle}}” wpłynął {{submittedAt}}.
Numer wniosku: {{applicationCode}}
Wnioskowana kwota: {{requested}}

Co dalej
{{next}}

W załączniku jest kopia wniosku. Wniosek, potwierdzenie złożenia i dalsze kroki są zawsze tutaj:
{{address}}

{{stillOpen}}

Odcisk treści, na wypadek wątpliwości, co zostało złożone: {{fingerprint}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample,
  }),
  application_amended: letterKind({
    kind: 'application_amended',
    name: 'Potwierdzenie zmiany wniosku',
    when: 'zaraz po ponownym złożeniu zmienionego wniosku',
    to: 'do lidera grupy',
    fields: z.object({ ...sentFields, version: z.string().describe('która to wersja wniosku, liczbą') }),
    subject: 'Wniosek {{applicationCode}} zmieniony: {{title}}',
    body: `Dzień dobry!

Zmiany we wniosku „{{title}}” w konkursie „{{callTitle}}” wpłynęły {{submittedAt}}.
Numer wniosku zostaje ten sam: {{applicationCode}}
To jest teraz wersja {{version}} i tylko ona będzie oceniana. Poprzednie zostają w aktach, na stronie wniosku widać, co się zmieniło.
Wnioskowana kwota: {{requested}}

Co dalej
{{next}}

W załączniku jest kopia wniosku po zmianach. Strona wniosku:
{{address}}

Odcisk treści, na wypadek wątpliwości, co zostało złożone: {{fingerprint}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: { ...sample, version: '2' },
  }),
};
