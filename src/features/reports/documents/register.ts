import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount, formatNumber, type Grosze, sum } from '../../../lib/money.ts';
import { nbsp, noOrphans } from '../../../lib/polish.ts';
import { longMoment, shortDate } from '../../../lib/polish-dates.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { type Source, sourceNames } from '../../budgets/texts.ts';
import { type RegisterRow, readRegister } from '../../expenses/register.ts';
import { kindNames } from '../../expenses/texts.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { findProject } from '../../project/queries.ts';

/** How far a document has come before it is paid is not on the paper. */
type PrintedRow = Omit<RegisterRow, 'state'>;

export interface RegisterPaper {
  readonly rows: readonly PrintedRow[];
  readonly organisation: string;
  readonly project: { readonly title: string; readonly agreementNumber: string; readonly creditLine: string };
  readonly standsAt: Instant;
}

export function loadRegisterPaper(reader: Reader, projectId: number, { askedAt }: Occasion): RegisterPaper {
  const project = findProject(reader, projectId);
  if (project === undefined) throw new Error(`There is no project ${projectId}`);
  const { title, agreementNumber, creditLine } = project;
  const { rows } = readRegister(reader, { kind: 'system' });
  return {
    rows: rows.map(({ state: _state, ...row }) => row),
    organisation: readOrganisation(reader).name,
    project: { title, agreementNumber, creditLine },
    standsAt: askedAt,
  };
}

/** The list of accounting documents that funders ask for: document, line, source, amount, payment. */
export function drawRegisterPaper(sheet: Sheet, { rows, project, standsAt }: RegisterPaper): void {
  const of = (source: Source, some = rows): Grosze =>
    sum(some.filter((row) => row.source === source).map((row) => row.amount));
  const paid = rows.filter((row) => row.paidOn !== null);
  const all = (some: readonly PrintedRow[]) => sum(some.map((row) => row.amount));
  sheet.title('Zestawienie dokumentów księgowych', noOrphans(project.title));
  sheet.pairs([
    ...(project.agreementNumber === '' ? [] : [['Umowa', `nr ${project.agreementNumber}`] as const]),
    ['Stan na', longMoment(standsAt)],
    ['Zapłacono z dotacji', formatAmount(of('grant', paid))],
    ['Zapłacono z wkładu własnego', formatAmount(of('own', paid))],
    ['Do zapłaty', formatAmount((all(rows) - all(paid)) as Grosze)],
  ]);
  if (rows.length === 0) {
    sheet.paragraph('Nie ma jeszcze żadnego zaksięgowanego dokumentu.');
    return;
  }
  sheet.table({
    caption: 'Części dokumentów w zadaniu, kwoty w złotych',
    columns: [
      { head: 'Lp.', width: 1.2 },
      { head: 'Dokument', width: 7, rowHead: true },
      { head: 'Za co, pozycja', width: 6.4 },
      { head: 'Źródło', width: 3.2 },
      { head: 'Zapłata', width: 5 },
      { head: 'Kwota', width: 3.4, align: 'right' },
    ],
    rows: rows.map((row, index) => [String(index + 1), ...written(row, partNumber(rows, index))]),
    foot: [
      ['', 'Razem', '', '', '', formatNumber(all(rows))],
      ['', 'w tym z dotacji', '', '', '', formatNumber(of('grant'))],
      ['', 'w tym z wkładu własnego', '', '', '', formatNumber(of('own'))],
    ],
  });
}

/** 1 for a document's first part, 2 for the next, and so on. */
function partNumber(rows: readonly PrintedRow[], index: number): number {
  return rows.slice(0, index + 1).filter((row) => row.expenseId === rows[index]?.expenseId).length;
}

/** A document is described in full at its first part; the others name it. */
function written(row: PrintedRow, part: number): string[] {
  const initiative = row.initiativeCode === null ? '' : `, ${row.initiativeCode}`;
  const seller = row.sellerNip === '' ? row.sellerName : `${row.sellerName}, NIP${nbsp}${row.sellerNip}`;
  const whole = `${kindNames[row.kind]} ${row.number} z ${shortDate(row.issuedOn)} na ${formatAmount(row.total)}`;
  const line = `${row.taskCode}. ${row.category}, ${row.year}${initiative}`;
  return [
    noOrphans(part === 1 ? `${whole}\n${seller}` : `${row.number}, część ${part}`),
    noOrphans(part === 1 ? `${row.description}\n${line}` : line),
    sourceNames[row.source],
    row.paidOn === null
      ? 'nie zapłacono'
      : `${shortDate(row.paidOn)}${row.statements === '' ? '' : `\nwyciąg${nbsp}${row.statements}`}`,
    formatNumber(row.amount),
  ];
}
