import { z } from 'zod';
import { instant } from '../../lib/days.ts';
import { quoted } from '../../lib/polish.ts';
import { letterKind, senderFields } from '../../mail/kinds.ts';

export const meetingTitle = (callTitle: string) => `Posiedzenie komisji konkursowej: ${quoted(callTitle)}`;

export const juryLetters = {
  jury_invitation: letterKind({
    kind: 'jury_invitation',
    name: 'Zaproszenie do komisji',
    when: 'gdy ktoś zostanie powołany do komisji',
    to: 'do członka komisji',
    fields: z.object({
      ...senderFields,
      callTitle: z.string().describe('nazwa konkursu'),
      functionName: z.string().describe('funkcja w komisji'),
      declarationAddress: z.string().describe('adres strony z oświadczeniem'),
    }),
    event: {
      meaning: 'posiedzenie komisji, jeśli jest w terminarzu konkursu',
      sample: {
        title: meetingTitle('Małe pomysły 2024'),
        when: { startsAt: instant('2024-04-17T08:00:00.000Z'), endsAt: instant('2024-04-17T12:00:00.000Z') },
        place: 'Biblioteka Publiczna w Przykładowie, sala na piętrze',
      },
    },
    subject: 'Zaproszenie do komisji konkursowej – {{callTitle}}',
    body: `Dzień dobry!

Zapraszamy do komisji konkursowej naboru „{{callTitle}}”. Funkcja: {{functionName}}.

Po zamknięciu naboru, zanim otworzą się treści wniosków, prosimy o oświadczenie o bezstronności i poufności. Składa się je na liście tytułów i wnioskodawców, zwykle w kilka minut:
{{declarationAddress}}

Jak wejść: proszę podać adres e-mail, na który przyszedł ten list. Hasła nie ma, za każdym razem wyślemy jednorazowy link i kod. Potem każda osoba ocenia wnioski sama, we własnym czasie, a na posiedzeniu omawiamy wyniki razem.

Pytania? Proszę odpisać na ten list albo zadzwonić.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
      callTitle: 'Małe pomysły 2024',
      functionName: 'sekretarz',
      declarationAddress: 'https://konkurs.example.org/komisja/1/oswiadczenie',
    },
  }),
};
