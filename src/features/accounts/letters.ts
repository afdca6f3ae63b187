import { z } from 'zod';
import { letterKind, senderFields } from '../../mail/kinds.ts';

const senderSample = { organisationName: 'Biblioteka Publiczna w Przykładowie', organisationPhone: '87 123 45 67' };
const signature = `{{organisationName}}
tel. {{organisationPhone}}`;

/** What the rooms of the river write through the outbox about doors and roles. */
export const accountsLetters = {
  sign_in: letterKind({
    kind: 'sign_in',
    name: 'Link do wejścia',
    when: 'gdy ktoś poprosi o wejście',
    to: 'do osoby, która podała swój adres',
    opensDoor: true,
    fields: z.object(senderFields),
    subject: 'Link do wejścia – {{organisationName}}',
    body: `Dzień dobry!

Aby wejść, otwórz ten link i naciśnij przycisk „Wchodzę”:
{{link}}

Możesz też wpisać kod tam, gdzie podano ten adres:
{{code}}

Link i kod działają raz, przez 30 minut.

To nie Ty chcesz wejść? Nic nie rób. Bez tego listu nikt nie wejdzie.

${signature}`,
    sample: senderSample,
  }),
  confirm_address: letterKind({
    kind: 'confirm_address',
    name: 'Potwierdzenie adresu',
    when: 'gdy ktoś zaczyna wniosek z nowym adresem',
    to: 'do osoby, która pisze wniosek',
    opensDoor: true,
    fields: z.object(senderFields),
    subject: 'Potwierdź adres e-mail – {{organisationName}}',
    body: `Dzień dobry!

Ktoś podał ten adres, zaczynając wniosek. Jeśli to Ty, wpisz kod na urządzeniu, na którym piszesz:
{{code}}

Możesz też potwierdzić adres na dowolnym urządzeniu: otwórz ten link i naciśnij przycisk.
{{link}}

Kod i link działają raz, przez 30 minut. Wpisane treści są zapisane i poczekają.

To nie Ty? Nic nie rób. Bez potwierdzenia nikt nie złoży wniosku w Twoim imieniu.

${signature}`,
    sample: senderSample,
  }),
  invitation: letterKind({
    kind: 'invitation',
    name: 'Nowa rola',
    when: 'gdy administrator nada rolę',
    to: 'do osoby, która dostała rolę',
    fields: z.object({
      ...senderFields,
      role: z.string().describe('nazwa roli'),
      scope: z.string().describe('gdzie rola działa: w całej instytucji albo w jednym konkursie'),
      signInAddress: z.string().describe('adres strony wejścia'),
    }),
    subject: 'Masz nową rolę: {{role}} – {{organisationName}}',
    body: `Dzień dobry!

W systemie do konkursów masz teraz rolę: {{role}}, {{scope}}.

Jak wejść: otwórz stronę poniżej i podaj adres e-mail, na który przyszedł ten list. Hasła nie ma: za każdym razem wyślemy jednorazowy link i kod.
{{signInAddress}}

Pytania? Odpisz na ten list albo zadzwoń.

${signature}`,
    sample: {
      ...senderSample,
      role: 'członek komisji',
      scope: 'w naborze „Małe pomysły 2024”',
      signInAddress: 'https://konkurs.example.org/wejscie',
    },
  }),
};
