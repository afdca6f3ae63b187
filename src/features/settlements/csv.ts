import { stringify } from 'csv-stringify/sync';
import type { Grosze } from '../../lib/money.ts';
import type { Register, RegisterRow } from '../expenses/register.ts';
import { hiddenNote, sumLabels } from './export-texts.ts';
import { amountColumn, type RegisterColumn, registerColumns, registerSums } from './register-table.ts';

/** For a Polish Excel: semicolons, decimal commas without thousands, UTF-8 with its mark, CRLF; texts that look like formulas are disarmed. */
export function registerCsv({ rows, hidden }: Register): string {
  const sums = registerSums(rows);
  const lines = [
    registerColumns.map((column) => column.head),
    ...rows.map((row, index) => registerColumns.map((column) => written(column, row, index))),
    sumLine(sumLabels.all, sums.all),
    sumLine(sumLabels.grant, sums.grant),
    sumLine(sumLabels.own, sums.own),
    ...(hidden === 0 ? [] : [[hiddenNote(hidden)]]),
  ];
  return stringify(lines, { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true });
}

function sumLine(label: string, amount: Grosze): string[] {
  return registerColumns.map((_column, index) => (index === 1 ? label : index === amountColumn ? decimal(amount) : ''));
}

function written(column: RegisterColumn, row: RegisterRow, index: number): string {
  switch (column.kind) {
    case 'text':
      return column.of(row, index);
    case 'number':
      return String(column.of(row, index));
    case 'day':
      return column.of(row, index) ?? '';
    case 'amount':
      return decimal(column.of(row, index));
  }
}

function decimal(amount: Grosze): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
