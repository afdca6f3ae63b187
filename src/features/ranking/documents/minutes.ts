import { formatAmount, formatNumber } from '../../../lib/money.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { fieldsMeaning, type WordingPart } from '../../../pdf/wording/wording.ts';
import { functionNames } from '../../jury/texts.ts';
import type { Minutes, MinutesRow } from '../minutes.ts';
import { pointsText, tieText } from '../texts.ts';

export const minutesFields = fieldsMeaning(
  {
    konkurs: 'nazwa konkursu, w cudzysłowie',
    data: 'dzień posiedzenia',
    miejsce: 'gdzie się odbyło',
    obecność: 'ile osób było: „4 osoby z 5”',
    kworum: 'ile osób musi być, żeby rozstrzygać',
    próg: 'próg punktów',
    sposób: 'jak policzono punkty, jedno lub dwa zdania',
    'nad-progiem': 'ile wniosków osiągnęło próg i najmniejsze punkty w kryteriach: „4 wnioski go osiągnęły”',
    pula: 'pula konkursu',
    przyjęto: 'kiedy ranking przyjęto w systemie',
    odcisk: 'odcisk danych, z których wynika ranking',
  },
  { 'są-wyłączenia': 'ktoś wyłączył się z oceny któregoś wniosku' },
);

export function minutesValues(minutes: Minutes): TemplateValues {
  const { members, rows } = minutes;
  const present = members.filter(({ isPresent }) => isPresent).length;
  const meeting = rows.filter(({ meetsThreshold, missed }) => meetsThreshold && missed === '').length;
  return {
    konkurs: quoted(minutes.callTitle),
    data: longDate(minutes.metOn),
    miejsce: minutes.place,
    obecność: `${counted(present, 'osoba', 'osoby', 'osób')} z ${members.length}`,
    kworum: minutes.quorum,
    próg: pointsText(minutes.threshold, minutes.decimals),
    sposób: minutes.method,
    'nad-progiem': counted(meeting, 'wniosek go osiągnął', 'wnioski go osiągnęły', 'wniosków go osiągnęło'),
    pula: formatAmount(minutes.pool),
    przyjęto: longMoment(minutes.adoptedAt),
    odcisk: minutes.fingerprint,
    'są-wyłączenia': minutes.exclusions.length > 0,
  };
}

export const minutesText = `# Protokół z posiedzenia komisji konkursowej
## {{konkurs}}

[posiedzenie]

## Skład komisji

[skład]

## Wyłączenia z oceny

Przed poznaniem treści wniosków każda osoba w komisji złożyła oświadczenie o bezstronności i poufności. Kto się wyłączył, nie czytał wniosku, nie oceniał go i nie brał udziału w rozmowie o nim.

{{#unless są-wyłączenia}}
Nikt nie wyłączył się z oceny.
{{/unless}}
[wyłączenia]

## Ranking

Każda osoba oceniła wnioski samodzielnie. {{sposób}} Próg to {{próg}} punktów: {{nad-progiem}}. Pula konkursu to {{pula}}.

[ranking]

Komisja przyjęła ranking w tej kolejności i przekazuje go dyrektorowi.

## Podpisy

[podpisy]

> Ranking przyjęto w systemie {{przyjęto}}. Odcisk danych, z których wynika: {{odcisk}}.`;

export const minutesParts: Readonly<Record<string, WordingPart<Minutes>>> = {
  posiedzenie: {
    meaning: 'data, miejsce, obecność i kworum',
    isNeeded: true,
    draw(sheet, minutes) {
      const { data, miejsce, obecność, kworum } = minutesValues(minutes);
      sheet.pairs([
        ['Data', String(data)],
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
      { head: 'Imię i nazwisko', width: 3, rowHead: true },
      { head: 'Funkcja', width: 3 },
      { head: 'Reprezentuje', width: 3 },
      { head: 'Obecność', width: 1.6 },
    ],
    rows: members.map((member) => [
      member.name,
      functionNames[member.function],
      member.represents || '–',
      member.isPresent ? 'obecność' : 'nieobecność',
    ]),
  });
}

function drawRanking(sheet: Sheet, { rows, decimals }: Minutes): void {
  sheet.table({
    columns: [
      { head: 'Nr', width: 0.7, align: 'right' },
      { head: 'Wniosek', width: 5.5, rowHead: true },
      { head: 'Wnioskowana, zł', width: 2, align: 'right' },
      { head: 'Karty', width: 1, align: 'right' },
      { head: 'Punkty', width: 1.3, align: 'right' },
    ],
    rows: rows.map((row) => [
      String(row.place),
      `${row.title}\n${row.code}, ${row.applicant}${remarkOn(row, decimals)}`,
      formatNumber(row.requested),
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
