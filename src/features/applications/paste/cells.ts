/** One row of what was copied from a spreadsheet; a cell with line breaks in it spans several lines. */
export interface PastedRow {
  /** Of its beginning, counted from one as people count. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines read at all; what stands below is counted, not read. */
export const mostLines = 1000;

/**
 * Cells copied from a spreadsheet (parted by tabs) or a file with semicolons. Quotation marks around a cell guard what parts cells, as in CSV.
 * Rows without a word are left out. `unreadLines`: how many lines were too many.
 */
export function readCells(text: string): { readonly rows: PastedRow[]; readonly unreadLines: number } {
  const separator = text.includes('\t') ? '\t' : ';';
  const lines = text.split('\n');
  const rows = split(lines.slice(0, mostLines).join('\n'), separator);
  if (separator === '\t') restoreCorner(rows);
  return {
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
    unreadLines: lines.length - Math.min(lines.length, mostLines),
  };
}

/** What was copied is a rectangle, but a form's text comes trimmed: empty cells at the very beginning are gone. */
function restoreCorner(rows: PastedRow[]): void {
  const [first, second] = rows;
  const lost = (second?.cells.length ?? 0) - (first?.cells.length ?? 0);
  if (first !== undefined && lost > 0) rows[0] = { ...first, cells: [...Array<string>(lost).fill(''), ...first.cells] };
}

function split(text: string, separator: string): PastedRow[] {
  const rows: PastedRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let [line, begun] = [1, 1];
  const endCell = () => {
    cells.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ line: begun, cells });
    cells = [];
    begun = line + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (isQuoted && sign === '"') isQuoted = false;
    // A lone mark, as in „rura 3" ” of a careless copy, opens nothing: a quoted cell begins with its mark and has another.
    else if (sign === '"' && cell === '' && text.indexOf('"', at + 1) !== -1) isQuoted = true;
    else if (sign === separator && !isQuoted) endCell();
    else if (sign === '\n' && !isQuoted) endRow();
    else cell += sign;
    if (sign === '\n') line += 1;
  }
  endRow();
  return rows;
}
