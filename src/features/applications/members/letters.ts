import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

export const membersLetters = {
  member_invitation: letterKind({
    kind: 'member_invitation',
    name: 'Zaproszenie do wspólnego pisania',
    when: 'gdy osoba prowadząca zaprasza kogoś do wniosku',
    to: 'do zaproszonej osoby',
    opensDoor: true,
    fields: z.object({
      ...senderFields,
      leader: z.string().describe('kto zaprasza'),
      title: z.string().describe('tytuł inicjatywy'),
      callTitle: z.string().describe('nazwa konkursu'),
      may: z.string().describe('do czego zaproszenie uprawnia'),
    }),
    subject: 'Zaproszenie do wniosku: {{leader}}',
    body: `Dzień dobry!

{{leader}} zaprasza Was do wspólnego wniosku: {{title}}, konkurs „{{callTitle}}”.
Co będziecie mogli: {{may}}.

Otwórzcie ten link i naciśnijcie „Przyjmuję zaproszenie”:
{{link}}

Link działa raz, przez 14 dni. Gdybyście dzwonili do nas w tej sprawie, podajcie numer zaproszenia: {{code}}

Nie znacie tej osoby? Nic nie róbcie. Bez Waszej zgody nikt Was do wniosku nie dopisze.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      leader: 'Birutė Jurkianis',
      title: '„Dwa języki, jedna półka”',
      callTitle: 'Małe pomysły 2024',
      may: 'czytać i pisać',
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
    },
  }),
};
