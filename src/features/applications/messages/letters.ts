import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

const fields = z.object({
  ...senderFields,
  title: z.string().describe('tytuł inicjatywy'),
  leader: z.string().describe('osoba prowadząca'),
  address: z.string().describe('adres strony z wiadomościami'),
});

const sample = {
  title: '„Dwa języki, jedna półka”',
  leader: 'Birutė Jurkianis',
  address: 'https://konkurs.example.org/wnioski/7/wiadomosci',
  organisationName: 'Biblioteka Publiczna w Przykładowie',
  organisationPhone: '87 123 45 67',
};

/** They say that there is something to read, never what. */
export const messagesLetters = {
  message_from_library: letterKind({
    kind: 'message_from_library',
    name: 'Nowa wiadomość z biblioteki',
    when: 'gdy biblioteka napisze do grupy na stronie wniosku',
    to: 'do osób z wniosku, które mają e-mail',
    fields,
    subject: 'Wiadomość w sprawie wniosku {{title}}',
    body: `Dzień dobry!

Napisaliśmy do Was w sprawie wniosku {{title}}. Przeczytacie i odpiszecie tutaj:
{{address}}

Nie odpisujcie na ten list: odpowiedź ma być tam, gdzie pytanie. Wolicie porozmawiać? Zadzwońcie.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample,
  }),
  message_from_group: letterKind({
    kind: 'message_from_group',
    name: 'Nowa wiadomość od grupy',
    when: 'gdy grupa napisze na stronie wniosku',
    to: 'do koordynatorów konkursu',
    fields,
    subject: 'Wiadomość od grupy: {{leader}}',
    body: `Dzień dobry!

{{leader}} pyta o coś w sprawie wniosku {{title}}. Wiadomość i miejsce na odpowiedź:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample,
  }),
};
