import { z } from 'zod';
import { instant } from '../../lib/days.ts';
import { quoted } from '../../lib/polish.ts';
import { letterKind, senderFields } from '../../mail/kinds.ts';
import { partTexts } from './texts.ts';

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
      part: z.string().describe('co robi osoba o tej funkcji, jedno lub dwa zdania'),
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

Jak wejść: proszę podać adres e-mail, na który przyszedł ten list. Hasła nie ma, za każdym razem wyślemy jednorazowy link i kod. {{part}}

Pytania? Proszę odpisać na ten list albo zadzwonić.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
      callTitle: 'Małe pomysły 2024',
      functionName: 'sekretarz',
      part: partTexts.secretary,
      declarationAddress: 'https://konkurs.example.org/komisja/1/oswiadczenie',
    },
  }),
  reserve_called_up: letterKind({
    kind: 'reserve_called_up',
    name: 'Powołanie z rezerwy',
    when: 'gdy osoba rezerwowa zostanie powołana do komisji albo do oceny wybranych wniosków',
    to: 'do osoby rezerwowej',
    fields: z.object({
      ...senderFields,
      callTitle: z.string().describe('nazwa konkursu'),
      scope: z.string().describe('do czego powołano: „do całej komisji” albo „do oceny 2 wniosków”'),
      scoresAddress: z.string().describe('adres listy wniosków do oceny'),
    }),
    subject: 'Prosimy do komisji z rezerwy – {{callTitle}}',
    body: `Dzień dobry!

W konkursie „{{callTitle}}” potrzebujemy osoby z rezerwy: powołujemy Panią lub Pana {{scope}}. Oświadczenie o bezstronności jest już złożone, więc to, co jest do oceny, już się otworzyło:
{{scoresAddress}}

Jeśli coś się zmieniło i z którymś wnioskiem łączy Panią lub Pana pokrewieństwo, członkostwo albo praca, przy wniosku jest link „Wyłączam się z oceny”.

Pytania? Proszę odpisać na ten list albo zadzwonić.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
      callTitle: 'Małe pomysły 2024',
      scope: 'do oceny 2 wniosków',
      scoresAddress: 'https://konkurs.example.org/oceny',
    },
  }),
  jury_taken_off: letterKind({
    kind: 'jury_taken_off',
    name: 'Odwołanie z komisji',
    when: 'gdy osoba, która złożyła oświadczenie, przestaje być w komisji',
    to: 'do osoby odwołanej',
    fields: z.object({
      ...senderFields,
      callTitle: z.string().describe('nazwa konkursu'),
      since: z.string().describe('od kiedy'),
      cards: z.string().describe('co dzieje się z kartami oceny, jedno lub dwa zdania'),
    }),
    subject: 'Odwołanie z komisji – {{callTitle}}',
    body: `Dzień dobry!

Od {{since}} nie zasiada Pani lub Pan w komisji konkursowej naboru „{{callTitle}}”. Wnioski i karty oceny są od tej chwili zamknięte.

{{cards}}

Zobowiązanie do poufności trwa dalej. Wydruki wniosków i kart prosimy zniszczyć albo oddać bibliotece, a pobrane pliki usunąć.

O powód i o wszystko, co niejasne, można zapytać: proszę odpisać na ten list albo zadzwonić. Dziękujemy za włożoną pracę.

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
      callTitle: 'Małe pomysły 2024',
      since: '12 kwietnia 2024 r., godz. 9.15',
      cards: 'Wysłane karty (4) liczą się dalej. Karty zaczęte i niewysłane się nie liczą.',
    },
  }),
};
