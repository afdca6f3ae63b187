import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

export const assistanceLetters = {
  submission_to_confirm: letterKind({
    kind: 'submission_to_confirm',
    name: 'Wniosek do potwierdzenia',
    when: 'gdy pracownik wpisał wniosek za kogoś i prosi o potwierdzenie',
    to: 'do osoby, w której imieniu wpisano wniosek',
    opensDoor: true,
    fields: z.object({
      ...senderFields,
      title: z.string().describe('tytuł inicjatywy'),
      callTitle: z.string().describe('nazwa konkursu'),
    }),
    subject: 'Wniosek czeka na Wasze potwierdzenie: {{title}}',
    body: `Dzień dobry!

Wpisaliśmy w Waszym imieniu wniosek „{{title}}” w konkursie „{{callTitle}}”. Złożymy go dopiero, gdy się zgodzicie.

Jesteście teraz w bibliotece? Podajcie nam ten kod:
{{code}}

Wolicie przeczytać wszystko sami? Otwórzcie ten link. Zobaczycie cały wniosek i przycisk „Składam wniosek”:
{{link}}

Kod i link działają raz, przez trzy dni. Jeśli coś w tym czasie zmienimy, wyślemy nowe.

Nie piszecie z nami wniosku? Nic nie róbcie i dajcie nam znać.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      title: 'Dwa języki, jedna półka',
      callTitle: 'Małe pomysły 2024',
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
    },
  }),
};
