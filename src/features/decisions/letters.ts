import { z } from 'zod';
import { day } from '../../lib/days.ts';
import { quoted } from '../../lib/polish.ts';
import { letterKind, senderFields } from '../../mail/kinds.ts';

const common = {
  title: z.string().describe('tytuł inicjatywy'),
  number: z.string().describe('numer wniosku'),
  callTitle: z.string().describe('nazwa konkursu'),
  points: z.string().describe('punkty'),
  place: z.number().describe('miejsce w rankingu'),
  count: z.number().describe('ile wniosków oceniono'),
  reason: z.string().describe('uzasadnienie; może być puste'),
  address: z.string().describe('adres strony z wynikiem'),
  ...senderFields,
};

const sample = {
  title: 'Dwa języki, jedna półka',
  number: 'MP/2024/03',
  callTitle: 'Małe pomysły 2024',
  points: '91,40',
  place: 1,
  count: 14,
  reason: '',
  address: 'https://konkurs.example.org/wnioski/7/wynik',
  organisationName: 'Biblioteka Publiczna w Przykładowie',
  organisationPhone: '87 123 45 67',
};

const negotiation = z.string().describe('kiedy są rozmowy o kosztorysie; puste, jeśli nie ustalono');
const realisation = z.string().describe('kiedy trwa realizacja; puste, jeśli nie ustalono');
const amount = z.string().describe('kwota na realizację');

export const negotiationTitle = (title: string) => `Rozmowy z biblioteką o kosztorysie: ${quoted(title)}`;

const talks = {
  meaning: 'rozmowy o kosztorysie, jeśli są w terminarzu konkursu',
  sample: {
    title: negotiationTitle('Dwa języki, jedna półka'),
    when: { firstDay: day('2024-04-23'), lastDay: day('2024-05-10') },
  },
};

const dates = { negotiation: '23 kwietnia – 10 maja 2024 r.', realisation: '13 maja – 30 września 2024 r.' };

const greeting = 'Dzień dobry!';
const standing = 'Punkty: {{points}}, miejsce {{place}} z {{count}}.';
const reason = `{{#if reason}}

Uzasadnienie
{{reason}}{{/if}}`;
const whole = `Punkty w każdym kryterium i uzasadnienia komisji są tutaj:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`;
const afterAward = `Co dalej
1. Zadzwonimy, żeby uzgodnić kosztorys{{#if negotiation}} (rozmowy: {{negotiation}}){{/if}}.
2. Potem podpiszemy porozumienie o współpracy.
3. Potem działacie{{#if realisation}} ({{realisation}}){{/if}}. Pieniędzy nie wypłacamy: to biblioteka kupuje i płaci. Do podpisania porozumienia niczego nie kupujcie.`;

/** How each applicant learns the result: one letter each, written when the results are published. */
export const decisionLetters = {
  result_award: letterKind({
    kind: 'result_award',
    name: 'Wynik: inicjatywa wybrana',
    when: 'gdy wyniki zostaną ogłoszone',
    to: 'do liderów wybranych grup',
    fields: z.object({ ...common, amount, negotiation, realisation }),
    event: talks,
    subject: 'Wynik konkursu: inicjatywa {{number}} wybrana',
    body: `${greeting}

Inicjatywa „{{title}}” została wybrana w konkursie „{{callTitle}}”. Gratulujemy.

Kwota na realizację: {{amount}}
${standing}${reason}

${afterAward}

${whole}`,
    sample: { ...sample, ...dates, amount: '5 200,00 zł' },
  }),
  result_smaller_award: letterKind({
    kind: 'result_smaller_award',
    name: 'Wynik: wybrana z mniejszą kwotą',
    when: 'gdy wyniki zostaną ogłoszone',
    to: 'do liderów grup wybranych z mniejszą kwotą',
    fields: z.object({
      ...common,
      amount,
      requested: z.string().describe('kwota wnioskowana'),
      negotiation,
      realisation,
    }),
    event: talks,
    subject: 'Wynik konkursu: inicjatywa {{number}} wybrana, z mniejszą kwotą',
    body: `${greeting}

Inicjatywa „{{title}}” została wybrana w konkursie „{{callTitle}}”. Gratulujemy.

Kwota na realizację: {{amount}} (we wniosku: {{requested}})
${standing}${reason}

Jeśli za tę kwotę nie da się tego zrobić, zadzwońcie: poszukamy rozwiązania razem. Możecie też zrezygnować.

${afterAward}

${whole}`,
    sample: {
      ...sample,
      ...dates,
      amount: '6 000,00 zł',
      requested: '6 480,00 zł',
      reason: 'Zostało tyle w puli. Komisja proponuje jeden warsztat mniej.',
    },
  }),
  result_reserve: letterKind({
    kind: 'result_reserve',
    name: 'Wynik: lista rezerwowa',
    when: 'gdy wyniki zostaną ogłoszone',
    to: 'do liderów grup z listy rezerwowej',
    fields: z.object({
      ...common,
      reservePlace: z.number().describe('miejsce na liście rezerwowej'),
      why: z.string().describe('dlaczego lista rezerwowa, a nie wybór'),
      negotiation,
    }),
    subject: 'Wynik konkursu: inicjatywa {{number}} na liście rezerwowej',
    body: `${greeting}

Inicjatywa „{{title}}” w konkursie „{{callTitle}}” jest na liście rezerwowej, na miejscu {{reservePlace}}.
{{why}}

${standing}${reason}

Jak działa lista rezerwowa
1. Jeśli zwolnią się pieniądze, bo na przykład któraś grupa zrezygnuje, proponujemy je grupom z tej listy po kolei, od miejsca 1{{#if negotiation}} (rozmowy z wybranymi grupami: {{negotiation}}){{/if}}.
2. Gdy przyjdzie kolej na Was, napiszemy i zadzwonimy, a Wy zdecydujecie.
3. Do tego czasu nie musicie nic robić. Niczego też nie kupujcie.

${whole}`,
    sample: {
      ...sample,
      ...{ points: '77,60', place: 6, reservePlace: 1, negotiation: dates.negotiation },
      why: 'Osiągnęła wymagany próg. Cała pula, 24 000,00 zł, jest przyznana wybranym inicjatywom.',
    },
  }),
  result_refusal: letterKind({
    kind: 'result_refusal',
    name: 'Wynik: inicjatywa niewybrana',
    when: 'gdy wyniki zostaną ogłoszone',
    to: 'do liderów pozostałych grup',
    fields: z.object({
      ...common,
      threshold: z.string().describe('wymagany próg punktów'),
      isBelow: z.boolean().describe('wniosek nie osiągnął progu'),
      missed: z.string().describe('za mało punktów w którym kryterium; puste, gdy w żadnym'),
    }),
    subject: 'Wynik konkursu: inicjatywa {{number}} nie została wybrana',
    body: `${greeting}

Inicjatywa „{{title}}” nie została tym razem wybrana w konkursie „{{callTitle}}”. Dziękujemy za pomysł i pracę nad wnioskiem.

${standing}{{#if isBelow}} Wymagany próg to {{threshold}}.{{/if}}{{#if missed}} Wniosek ma {{missed}}.{{/if}}${reason}

Co dalej
Przeczytajcie uzasadnienia komisji i przyjdźcie porozmawiać: chętnie podpowiemy, jak rozwinąć pomysł albo zrobić jego część z biblioteką.

${whole}`,
    sample: { ...sample, points: '58,60', place: 11, threshold: '60,00', isBelow: true, missed: '' },
  }),
};
