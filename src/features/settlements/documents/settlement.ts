import type { Reader } from '../../../db/connection.ts';
import { warsawDay } from '../../../lib/days.ts';
import { formatAmount, formatNumber, type Grosze, grosze, sum } from '../../../lib/money.ts';
import { nbsp, noOrphans, quoted } from '../../../lib/polish.ts';
import { longDate, shortDate } from '../../../lib/polish-dates.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { sourceNames } from '../../budgets/texts.ts';
import { type RegisterRow, readRegister } from '../../expenses/register.ts';
import { kindNames, lineWords } from '../../expenses/texts.ts';
import type { Initiative } from '../../initiatives/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { readProject } from '../../project/queries.ts';
import { readSettlement, type SettledLine, type Settlement, type SettlementPreview, settlementOf } from '../queries.ts';

export interface SettlementPaper {
  readonly settlement: Settlement;
  readonly preview: Pick<SettlementPreview, 'lines' | 'own'> & {
    readonly initiative: Pick<Initiative, 'code' | 'title' | 'groupName'>;
  };
  readonly register: readonly RegisterRow[];
  readonly organisation: string;
  readonly project: { readonly title: string; readonly creditLine: string };
}

export function loadSettlement(reader: Reader, settlementId: number): SettlementPaper {
  const settlement = readSettlement(reader, settlementId);
  const preview = settlement && settlementOf(reader, settlement.initiativeId);
  if (settlement === undefined || preview === undefined) throw new Error(`There is no settlement ${settlementId}`);
  const { rows } = readRegister(reader, { kind: 'system' }, { initiativeId: settlement.initiativeId });
  const { title, creditLine } = readProject(reader);
  const { lines, own } = preview;
  const { code, title: initiativeTitle, groupName } = preview.initiative;
  return {
    settlement,
    preview: { initiative: { code, title: initiativeTitle, groupName }, lines, own },
    register: rows,
    organisation: readOrganisation(reader).name,
    project: { title, creditLine },
  };
}

export function drawSettlement(sheet: Sheet, { settlement, preview, register, project }: SettlementPaper): void {
  const { initiative, lines, own } = preview;
  sheet.title('Rozliczenie inicjatywy', `${initiative.code} ${quoted(initiative.title)}`);
  sheet.pairs([
    ['Grupa', initiative.groupName],
    ['Zadanie', project.title],
    ['Kwota uzgodniona', inWords(settlement.agreedGrosze)],
    ['Zapłacono z dotacji', inWords(settlement.spentGrosze)],
    ['Niewykorzystano', inWords(settlement.unusedGrosze)],
    ['Dołożono z wkładu własnego', inWords(settlement.ownGrosze)],
    ['Rozliczono', longDate(warsawDay(settlement.settledAt))],
  ]);
  drawLines(sheet, lines);
  drawOwn(sheet, own);
  drawDocuments(sheet, register);
  if (settlement.note !== '') {
    sheet.heading('Uwagi', 2);
    sheet.prose(settlement.note);
  }
  sheet.signatures([
    { role: 'Sporządziła osoba prowadząca księgowość', name: settlement.settledByName },
    { role: 'Zatwierdzono', name: '' },
  ]);
}

function inWords(amount: Grosze): string {
  return `${formatAmount(amount)} (słownie: ${amountInWords(amount)})`;
}

function drawLines(sheet: Sheet, lines: readonly SettledLine[]): void {
  const agreed = sum(lines.map((line) => line.agreed));
  const paid = sum(lines.map((line) => line.paid));
  const left = (line: Pick<SettledLine, 'agreed' | 'paid'>) => formatNumber(grosze(line.agreed - line.paid));
  sheet.heading('Kosztorys i zapłaty z dotacji', 2);
  sheet.table({
    columns: [
      { head: 'Pozycja', width: 6, rowHead: true },
      { head: 'Uzgodniono, zł', width: 2, align: 'right' },
      { head: 'Zapłacono, zł', width: 2, align: 'right' },
      { head: 'Zostaje, zł', width: 2, align: 'right' },
    ],
    rows: lines.map((line) => [
      noOrphans(
        [lineWords(line), ...line.rows.map(({ name, amount }) => `– ${name}: ${formatAmount(amount)}`)].join('\n'),
      ),
      formatNumber(line.agreed),
      formatNumber(line.paid),
      left(line),
    ]),
    foot: [['Razem', formatNumber(agreed), formatNumber(paid), left({ agreed, paid })]],
  });
}

function drawOwn(sheet: Sheet, own: readonly SettledLine[]): void {
  if (own.length === 0) return;
  sheet.heading('Wkład własny biblioteki', 2);
  sheet.table({
    columns: [
      { head: 'Pozycja', width: 6, rowHead: true },
      { head: 'Zapłacono, zł', width: 2, align: 'right' },
    ],
    rows: own.map((line) => [noOrphans(lineWords(line)), formatNumber(line.paid)]),
    foot: [['Razem', formatNumber(sum(own.map((line) => line.paid)))]],
  });
}

function drawDocuments(sheet: Sheet, register: readonly RegisterRow[]): void {
  sheet.heading('Dokumenty', 2);
  if (register.length === 0) {
    sheet.paragraph('Inicjatywa nie ma żadnych zapłaconych dokumentów.');
    return;
  }
  sheet.table({
    columns: [
      { head: 'Lp.', width: 1 },
      { head: 'Dokument', width: 4, rowHead: true },
      { head: 'Za co i z czego', width: 5 },
      { head: 'Zapłata', width: 3 },
      { head: 'Kwota, zł', width: 2, align: 'right' },
    ],
    rows: register.map((row, index) => [
      String(index + 1),
      `${kindNames[row.kind]} ${row.number} z ${shortDate(row.issuedOn)}\n${row.sellerName}`,
      noOrphans(`${row.description}\n${row.category}, ${sourceNames[row.source]}`),
      row.paidOn === null
        ? ''
        : `${shortDate(row.paidOn)}${row.statements === '' ? '' : `\nwyciąg${nbsp}${row.statements}`}`,
      formatNumber(row.amount),
    ]),
    foot: [['', 'Razem', '', '', formatNumber(sum(register.map((row) => row.amount)))]],
  });
}
