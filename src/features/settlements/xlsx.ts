import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Day } from '../../lib/days.ts';
import { type Grosze, grosze, sum } from '../../lib/money.ts';
import { sourceNames } from '../budgets/texts.ts';
import type { Register, RegisterRow } from '../expenses/register.ts';
import { lineWords } from '../expenses/texts.ts';
import { hiddenNote, planHeads, sheetNames, sumLabels } from './export-texts.ts';
import type { SettledLine } from './queries.ts';
import { amountColumn, type RegisterColumn, registerColumns, registerSums, sourceColumn } from './register-table.ts';

const amountFormat = '#,##0.00';
const formats: Readonly<Record<RegisterColumn['kind'], { numFmt?: string }>> = {
  text: { numFmt: '@' },
  number: {},
  day: { numFmt: 'yyyy-mm-dd' },
  amount: { numFmt: amountFormat },
};
const strong: CellStyle = { font: { bold: true } };
const strongAmount: CellStyle = { font: { bold: true }, numFmt: amountFormat };

/** The register of documents as a workbook; with the lines of a settlement, a second sheet of plan and payments. */
export async function registerXlsx(register: Register, lines?: readonly SettledLine[]): Promise<Buffer> {
  const sheets = [registerSheet(register), ...(lines === undefined ? [] : [planSheet(lines)])];
  return Buffer.from(await writeXlsx({ sheets }));
}

/** A sheet being written: values row by row, and the cells that are more than a value. */
class Rows {
  readonly values: CellValue[][] = [];
  readonly cells = new Map<string, Partial<Cell>>();

  add(values: readonly CellValue[], style?: CellStyle): void {
    values.forEach((value, column) => {
      if (style !== undefined && value !== null) this.cells.set(`${this.values.length},${column}`, { value, style });
    });
    this.values.push([...values]);
  }

  /** Into the last row: a sum that a spreadsheet computes again and a plain reader finds already counted; over no rows, nought. */
  sum(column: number, formula: (range: string) => string, rows: number, result: Grosze): void {
    const value = zlotys(result);
    const counted = rows === 0 ? {} : { formula: formula(range(column, rows)), formulaResult: value };
    this.cells.set(`${this.values.length - 1},${column}`, { value, ...counted, style: strongAmount });
  }
}

function registerSheet({ rows, hidden }: Register): WriteSheet {
  const sheet = new Rows();
  sheet.add(
    registerColumns.map((column) => column.head),
    strong,
  );
  for (const [index, row] of rows.entries()) sheet.add(registerColumns.map((column) => cellValue(column, row, index)));
  const sums = registerSums(rows);
  const add = (label: string, amount: Grosze, formula: (range: string) => string) => {
    sheet.add([null, label], strong);
    sheet.sum(amountColumn, formula, rows.length, amount);
  };
  const bySource = (name: string) => (amounts: string) =>
    `SUMIF(${range(sourceColumn, rows.length)},"${name}",${amounts})`;
  add(sumLabels.all, sums.all, total);
  add(sumLabels.grant, sums.grant, bySource(sourceNames.grant));
  add(sumLabels.own, sums.own, bySource(sourceNames.own));
  if (hidden > 0) sheet.add([null, hiddenNote(hidden)]);
  const columns = registerColumns.map(({ width, kind }) => ({ width, ...formats[kind] }));
  return { name: sheetNames.register, columns, rows: sheet.values, cells: sheet.cells, freezePane: { rows: 1 } };
}

/** What was agreed and paid, line by line, with sums that spreadsheets count again. */
function planSheet(lines: readonly SettledLine[]): WriteSheet {
  const sheet = new Rows();
  sheet.add([...planHeads], strong);
  for (const line of lines) {
    sheet.add([lineWords(line), zlotys(line.agreed), zlotys(line.paid), zlotys(grosze(line.agreed - line.paid))]);
  }
  sheet.add([sumLabels.all], strong);
  const agreed = sum(lines.map((line) => line.agreed));
  const paid = sum(lines.map((line) => line.paid));
  [agreed, paid, grosze(agreed - paid)].forEach((amount, index) => {
    sheet.sum(index + 1, total, lines.length, amount);
  });
  const figures = { width: 14, numFmt: amountFormat };
  return {
    name: sheetNames.plan,
    columns: [{ width: 44 }, figures, figures, figures],
    rows: sheet.values,
    cells: sheet.cells,
    freezePane: { rows: 1 },
  };
}

const total = (amounts: string) => `SUM(${amounts})`;

/** From the row under the head to the last. */
function range(column: number, rows: number): string {
  const letter = String.fromCharCode(65 + column);
  return `${letter}2:${letter}${rows + 1}`;
}

function cellValue(column: RegisterColumn, row: RegisterRow, index: number): CellValue {
  switch (column.kind) {
    case 'text':
      return column.of(row, index) || null;
    case 'number':
      return column.of(row, index);
    case 'day':
      return midnight(column.of(row, index));
    case 'amount':
      return zlotys(column.of(row, index));
  }
}

function midnight(on: Day | null): Date | null {
  return on === null ? null : new Date(`${on}T00:00:00.000Z`);
}

/** Two decimals of an integer: the nearest double, which prints and reads back as exactly these digits. */
function zlotys(amount: Grosze): number {
  return amount / 100;
}
