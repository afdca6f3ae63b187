import { formatAmount, formatNumber } from '../../../lib/money.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import { longDate, longMoment, shortDate } from '../../../lib/polish-dates.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { fieldsMeaning, type WordingPart } from '../../../pdf/wording/wording.ts';
import { functionNames } from '../../jury/texts.ts';
import { hoursText } from '../meeting/texts.ts';
import type { Minutes, MinutesRow } from '../minutes.ts';
import { pointsText, tieText } from '../texts.ts';
import { meetingParts } from './minutes-meeting.ts';

export const minutesFields = fieldsMeaning(
  {
    konkurs: 'nazwa konkursu, w cudzysłowie',
    data: 'dzień posiedzenia',
    miejsce: 'gdzie się odbyło',
    obecność: 'ile osób z prawem głosu było: „4 osoby z 5”; osoby bez prawa głosu osobno',
    kworum: 'ile osób musi być, żeby rozstrzygać',
    próg: 'próg punktów',
    sposób: 'jak policzono punkty, jedno lub dwa zdania',
    'nad-progiem': 'ile wniosków osiągnęło próg i najmniejsze punkty w kryteriach: „4 wnioski go osiągnęły”',
    pula: 'pula konkursu',
    przyjęto: 'kiedy ranking przyjęto w systemie',
    odcisk: 'odcisk danych, z których wynika ranking',
  },
  {
    'są-wyłączenia': 'ktoś wyłączył się z oceny któregoś wniosku',
    'są-ujawnienia': 'ktoś ujawnił znajomość lub sąsiedztwo, bez wyłączenia',
    'są-zmiany-punktów': 'na posiedzeniu zmieniono czyjeś punkty',
    'są-ustalenia': 'na posiedzeniu zapisano przebieg rozmowy, kwotę albo warunek',
  },
);

export function minutesValues(minutes: Minutes): TemplateValues {
  const { members, rows } = minutes;
  const present = members.filter(({ isPresent, hasVote }) => isPresent && hasVote).length;
  const voters = members.filter(({ hasVote }) => hasVote).length;
  const others = members.filter(({ isPresent, hasVote }) => isPresent && !hasVote).length;
  const meeting = rows.filter(({ meetsThreshold, missed }) => meetsThreshold && missed === '').length;
  return {
    konkurs: quoted(minutes.callTitle),
    data: longDate(minutes.metOn),
    miejsce: minutes.place,
    obecność: `${counted(present, 'osoba', 'osoby', 'osób')} z ${voters}${others === 0 ? '' : ` i ${others} bez prawa głosu`}`,
    kworum: minutes.quorum,
    próg: pointsText(minutes.threshold, minutes.decimals),
    sposób: minutes.method,
    'nad-progiem': counted(meeting, 'wniosek go osiągnął', 'wnioski go osiągnęły', 'wniosków go osiągnęło'),
    pula: formatAmount(minutes.pool),
    przyjęto: longMoment(minutes.adoptedAt),
    odcisk: minutes.fingerprint,
    'są-wyłączenia': minutes.exclusions.length > 0,
    'są-ujawnienia': minutes.disclosures.length > 0,
    'są-zmiany-punktów': minutes.changes.length > 0,
    'są-ustalenia': minutes.settled.length > 0,
  };
}

export const minutesText = `# Protokół z posiedzenia komisji konkursowej
## {{konkurs}}

[posiedzenie]

## Skład komisji

[skład]

## Wyłączenia i ujawnienia

Przed poznaniem treści wniosków każda osoba w komisji złożyła oświadczenie o bezstronności i poufności. Kto się wyłączył, nie czytał wniosku, nie oceniał go i nie brał udziału w rozmowie o nim.

{{#unless są-wyłączenia}}
Nikt nie wyłączył się z oceny.
{{/unless}}
[wyłączenia]

{{#if są-ujawnienia}}
Bez wyłączenia ujawniono:
{{/if}}
[ujawnienia]

## Złożone wnioski

[wnioski]

## Punkty

Każda osoba oceniła wnioski samodzielnie. Liczby w nagłówku to osoby z listy składu; „wył.” to wyłączenie, kreska to brak karty.

[punkty]

{{#if są-zmiany-punktów}}
## Zmiany punktów na posiedzeniu
{{/if}}
[zmiany]

{{#if są-ustalenia}}
## Rozmowa o wnioskach
{{/if}}
[ustalenia]

## Ranking

{{sposób}} Próg to {{próg}} punktów: {{nad-progiem}}. Pula konkursu to {{pula}}.

[ranking]

Komisja przyjęła ranking w tej kolejności i przekazuje go dyrektorowi.

> Ranking przyjęto w systemie {{przyjęto}}. Odcisk danych, z których wynika: {{odcisk}}.

## Podpisy

[podpisy]`;

export const minutesParts: Readonly<Record<string, WordingPart<Minutes>>> = {
  posiedzenie: {
    meaning: 'data, miejsce, obecność i kworum',
    isNeeded: true,
    draw(sheet, minutes) {
      const { data, miejsce, obecność, kworum } = minutesValues(minutes);
      const { openedAt, adoptedAt } = minutes;
      sheet.pairs([
        ['Data', String(data)],
        ...(openedAt === null ? [] : [['Godziny', hoursText(openedAt, adoptedAt)] as const]),
        ['Miejsce', String(miejsce)],
        ['Obecność', `${obecność}, kworum: ${kworum}`],
      ]);
    },
  },
  skład: { meaning: 'tabela osób w komisji z funkcjami i obecnością', isNeeded: true, draw: drawMembers },
  wyłączenia: {
    meaning: 'lista wniosków, z których ktoś się wyłączył; bez nich nic',
    isNeeded: true,
    draw: (sheet, { exclusions }) =>
      sheet.list(exclusions.map(({ code, title, names }) => `${code} ${quoted(title)}: ${names.join(', ')}`)),
  },
  ...meetingParts,
  ranking: { meaning: 'tabela rankingu z punktami i uwagami', isNeeded: true, draw: drawRanking },
  podpisy: {
    meaning: 'miejsca na podpisy osób obecnych',
    isNeeded: true,
    draw: (sheet, { members }) =>
      sheet.signatures(
        members
          .filter(({ isPresent }) => isPresent)
          .map((member) => ({ role: functionNames[member.function], name: member.name })),
      ),
  },
};

function drawMembers(sheet: Sheet, { members }: Minutes): void {
  sheet.table({
    columns: [
      { head: 'Lp.', width: 0.6, align: 'right' },
      { head: 'Imię i nazwisko', width: 2.8, rowHead: true },
      { head: 'Funkcja', width: 2.5 },
      { head: 'Reprezentuje', width: 2.2 },
      { head: 'Oświadczenie', width: 2.1 },
      { head: 'Obecność', width: 2 },
    ],
    rows: members.map((member, index) => [
      String(index + 1),
      member.name,
      functionNames[member.function],
      member.represents || '–',
      member.declaredOn === null ? 'brak' : shortDate(member.declaredOn),
      presenceText(member),
    ]),
  });
}

function presenceText({ until, hours, isPresent, scoresOnly }: Minutes['members'][number]): string {
  if (until !== null) return `do dnia ${shortDate(until)}`;
  if (scoresOnly) return 'ocena wybranych wniosków';
  return hours || (isPresent ? 'obecność' : 'nieobecność');
}

function drawRanking(sheet: Sheet, { rows, decimals }: Minutes): void {
  const hasAmounts = rows.some(({ amount }) => amount !== null);
  sheet.table({
    columns: [
      { head: 'Nr', width: 0.7, align: 'right' },
      { head: 'Wniosek', width: 5.5, rowHead: true },
      { head: 'Wnioskowana, zł', width: 2.3, align: 'right' },
      ...(hasAmounts ? [{ head: 'Komisja, zł', width: 1.9, align: 'right' } as const] : []),
      { head: 'Karty', width: 1, align: 'right' },
      { head: 'Punkty', width: 1.3, align: 'right' },
    ],
    rows: rows.map((row) => [
      String(row.place),
      `${row.title}\n${row.code}, ${row.applicant}${remarkOn(row, decimals)}`,
      formatNumber(row.requested),
      ...(hasAmounts ? [row.amount === null ? '–' : formatNumber(row.amount)] : []),
      String(row.cards),
      pointsText(row.totalHundredths, decimals),
    ]),
  });
}

function remarkOn(
  { meetsThreshold, missed, bonusHundredths, tieNote, tieCriterion }: MinutesRow,
  decimals: number,
): string {
  const remarks = [
    ...(bonusHundredths === 0 ? [] : [`w tym punkty dodatkowe ${pointsText(bonusHundredths, decimals)}`]),
    ...(meetsThreshold ? [] : ['poniżej progu']),
    ...(missed === '' ? [] : [missed]),
    ...(tieNote === '' ? [] : [tieText(tieNote, tieCriterion)]),
  ];
  return remarks.map((remark) => `; ${remark}`).join('');
}
