import { formatAmount, formatNumber } from '../../../lib/money.ts';
import { quoted } from '../../../lib/polish.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import type { WordingPart } from '../../../pdf/wording/wording.ts';
import { groundNames } from '../../jury/texts.ts';
import type { FiledState, Minutes } from '../minutes.ts';

const outcomes: Readonly<Record<FiledState, string>> = {
  submitted: 'w ocenie formalnej',
  accepted: 'przyjęty do oceny',
  rejected: 'odrzucony w ocenie formalnej',
  withdrawn: 'wycofany',
};

/** Parts of the minutes that tell of the meeting: what came in, who gave what, what was said, settled and changed. */
export const meetingParts: Readonly<Record<string, WordingPart<Minutes>>> = {
  ujawnienia: {
    meaning: 'lista ujawnień bez wyłączenia; bez nich nic',
    isNeeded: true,
    draw: (sheet, { disclosures }) =>
      sheet.list(disclosures.map(({ code, name, ground }) => `${code}: ${name}, ${groundNames[ground]}`)),
  },
  wnioski: {
    meaning: 'tabela wniosków w kolejności złożenia, z wynikiem oceny formalnej',
    isNeeded: true,
    draw: drawFiled,
  },
  punkty: { meaning: 'tabela punktów, w kolumnach osoby z komisji', isNeeded: true, draw: drawPoints },
  zmiany: {
    meaning: 'lista zmian punktów na posiedzeniu z powodami; bez nich nic',
    isNeeded: true,
    draw: (sheet, { changes }) =>
      sheet.list(
        changes.map(
          ({ code, juror, criterion, before, after, reason, changedBy }) =>
            `${code}, ${juror}, kryterium ${quoted(criterion)}: było ${before}, jest ${after}. Powód: ${reason}${changedBy === juror ? '' : ` Zmianę zapisała osoba: ${changedBy}.`}`,
        ),
      ),
  },
  ustalenia: {
    meaning: 'przebieg rozmowy o wnioskach, kwoty i warunki; bez nich nic',
    isNeeded: true,
    draw: drawSettled,
  },
};

function drawFiled(sheet: Sheet, { filed }: Minutes): void {
  sheet.table({
    columns: [
      { head: 'Numer', width: 1.6 },
      { head: 'Wniosek', width: 4.6, rowHead: true },
      { head: 'Wnioskowana, zł', width: 2, align: 'right' },
      { head: 'Ocena formalna', width: 2.4 },
    ],
    rows: filed.map(({ code, title, applicant, requested, state }) => [
      code,
      `${title}\n${applicant}`,
      formatNumber(requested),
      outcomes[state],
    ]),
  });
}

function drawPoints(sheet: Sheet, { points: { jurors, rows, keyed } }: Minutes): void {
  sheet.table({
    columns: [
      { head: 'Numer', width: 1.6 },
      { head: 'Wniosek', width: 4, rowHead: true },
      ...jurors.map(({ number }) => ({ head: String(number), width: 0.8, align: 'right' as const })),
    ],
    rows: rows.map(({ code, title, cells }) => [code, title, ...jurors.map((_, index) => cellText(cells[index]))]),
  });
  if (keyed.length > 0) {
    sheet.paragraph('Karty wypełnione na papierze:');
    sheet.list(keyed);
  }
}

function cellText(cell: number | 'excluded' | null | undefined): string {
  if (cell === 'excluded') return 'wył.';
  return cell == null ? '–' : String(cell);
}

function drawSettled(sheet: Sheet, { settled }: Minutes): void {
  for (const { code, title, presenter, note, amount, forGroup, steppedOut } of settled) {
    sheet.heading(`${code} ${quoted(title)}`, 3);
    if (steppedOut.length > 0) sheet.paragraph(`Poza salą na czas rozmowy: ${steppedOut.join(', ')}.`);
    if (presenter !== '') sheet.paragraph(`Przedstawienie wniosku: ${presenter}.`);
    if (note !== '') sheet.prose(note);
    if (amount !== null) sheet.paragraph(`Kwota ustalona przez komisję: ${formatAmount(amount)}.`);
    if (forGroup !== '') sheet.prose(`Dla grupy: ${forGroup}`);
  }
}
