import { formatAmount, formatNumber } from '../../../lib/money.ts';
import { counted, noOrphans, quoted } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { functionNames } from '../../jury/texts.ts';
import type { Minutes, MinutesRow } from '../minutes.ts';
import { pointsText, tieText } from '../texts.ts';

export function drawMinutes(sheet: Sheet, minutes: Minutes): void {
  const present = minutes.members.filter(({ isPresent }) => isPresent);
  sheet.title('Protokół z posiedzenia komisji konkursowej', quoted(minutes.callTitle));
  sheet.pairs([
    ['Data', longDate(minutes.metOn)],
    ['Miejsce', minutes.place],
    [
      'Obecność',
      `${counted(present.length, 'osoba', 'osoby', 'osób')} z ${minutes.members.length}, kworum: ${minutes.quorum}`,
    ],
  ]);
  drawMembers(sheet, minutes);
  drawExclusions(sheet, minutes);
  drawRanking(sheet, minutes);
  sheet.heading('Podpisy', 2);
  sheet.signatures(present.map((member) => ({ role: functionNames[member.function], name: member.name })));
  sheet.note(
    `Ranking przyjęto w systemie ${longMoment(minutes.adoptedAt)}. Odcisk danych, z których wynika: ${minutes.fingerprint}.`,
  );
}

function drawMembers(sheet: Sheet, { members }: Minutes): void {
  sheet.heading('Skład komisji', 2);
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

function drawExclusions(sheet: Sheet, { exclusions }: Minutes): void {
  sheet.heading('Wyłączenia z oceny', 2);
  sheet.paragraph(
    'Przed poznaniem treści wniosków każda osoba w komisji złożyła oświadczenie o bezstronności i poufności. Kto się wyłączył, nie czytał wniosku, nie oceniał go i nie brał udziału w rozmowie o nim.',
  );
  if (exclusions.length === 0) sheet.paragraph('Nikt nie wyłączył się z oceny.');
  else sheet.list(exclusions.map(({ code, title, names }) => `${code} ${quoted(title)}: ${names.join(', ')}`));
}

function drawRanking(sheet: Sheet, { rows, threshold, pool }: Minutes): void {
  const meeting = rows.filter(({ meetsThreshold }) => meetsThreshold).length;
  sheet.heading('Ranking', 2);
  sheet.paragraph(
    noOrphans(
      `Każda osoba oceniła wnioski samodzielnie. Wynik jest średnią arytmetyczną kart, z dokładnością do dwóch miejsc po przecinku. Próg to ${pointsText(threshold)} punktów: ${counted(meeting, 'wniosek go osiągnął', 'wnioski go osiągnęły', 'wniosków go osiągnęło')}. Pula konkursu to ${formatAmount(pool)}.`,
    ),
  );
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
      `${row.title}\n${row.code}, ${row.applicant}${remarkOn(row)}`,
      formatNumber(row.requested),
      String(row.cards),
      pointsText(row.meanHundredths),
    ]),
  });
  sheet.paragraph('Komisja przyjęła ranking w tej kolejności i przekazuje go dyrektorowi.');
}

function remarkOn({ meetsThreshold, tieNote, tieCriterion }: MinutesRow): string {
  const remarks = [
    ...(meetsThreshold ? [] : ['poniżej progu']),
    ...(tieNote === '' ? [] : [tieText(tieNote, tieCriterion)]),
  ];
  return remarks.map((remark) => `; ${remark}`).join('');
}
