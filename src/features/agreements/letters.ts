import { z } from 'zod';
import { day } from '../../lib/days.ts';
import { letterKind, senderFields } from '../../mail/kinds.ts';

export const signingTitle = (number: string) => `Ostatni dzień na podpisanie porozumienia ${number}`;

export const agreementLetters = {
  agreement_issued: letterKind({
    kind: 'agreement_issued',
    name: 'Porozumienie do podpisu',
    when: 'gdy porozumienie jest wydane do podpisu',
    to: 'do lidera grupy',
    fields: z.object({
      number: z.string().describe('numer porozumienia'),
      title: z.string().describe('tytuł inicjatywy'),
      amount: z.string().describe('kwota na realizację'),
      signatory: z.string().describe('kto podpisuje po stronie grupy'),
      address: z.string().describe('adres strony z porozumieniem'),
      libraryAddress: z.string().describe('adres instytucji: ulica, kod, miejscowość'),
      hours: z.string().describe('godziny kontaktu; puste, jeśli nie podano'),
      ...senderFields,
    }),
    event: {
      meaning: 'ostatni dzień na podpisanie, jeśli terminarz konkursu go podaje',
      sample: {
        title: signingTitle('MP/2024/03/P'),
        when: { firstDay: day('2024-05-10'), lastDay: day('2024-05-10') },
        place: 'Biblioteka Publiczna w Przykładowie, ul. Lipowa 1',
      },
    },
    subject: 'Porozumienie {{number}} do podpisu: {{title}}',
    body: `Dzień dobry!

Porozumienie o współpracy nr {{number}} jest gotowe. Dotyczy inicjatywy „{{title}}”, kwota na realizację: {{amount}}.
W załączniku jest cały tekst. Przeczytajcie go spokojnie i zapytajcie o wszystko, co niejasne.

Jak podpisać
Najprościej w bibliotece: przygotujemy dwa egzemplarze. {{libraryAddress}}{{#if hours}}, {{hours}}{{/if}}.
Można też wydrukować załącznik dwa razy, podpisać oba egzemplarze i przynieść je albo wysłać pocztą. Jeden wróci do Was z podpisem dyrektora.
Podpisuje: {{signatory}}.

Dopóki porozumienie nie jest podpisane, niczego nie kupujcie i nie zamawiajcie.

Porozumienie i stan inicjatywy są tutaj:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      number: 'MP/2024/03/P',
      title: 'Dwa języki, jedna półka',
      amount: '5 200,00 zł',
      signatory: 'Birutė Jurkianis',
      address: 'https://konkurs.example.org/inicjatywy/3/porozumienie',
      libraryAddress: 'ul. Lipowa 1, 00-001 Przykładowo',
      hours: 'od poniedziałku do piątku w godz. 9.00–16.00',
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
    },
  }),
};
