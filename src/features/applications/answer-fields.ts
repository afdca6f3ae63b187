import { idOf, type RawBody, type RawValue } from '../../web/form.ts';
import { linesIn, rowsIn } from '../calls/form/answers.ts';
import { languageOf, type Question, ticked } from '../calls/form/questions.ts';

/** An answer as its fields sent it, in the shape it is stored in; undefined where they were not sent. */
export function readAnswer(question: Question, sent: RawValue | undefined): string | undefined {
  if (sent === undefined) return undefined;
  switch (question.kind) {
    case 'short':
    case 'long':
    case 'number':
    case 'amount':
    case 'date':
    case 'choice':
      return typeof sent === 'string' ? sent : undefined;
    case 'many': {
      const given = textsIn(sent);
      return question.options
        .map(({ code }) => code)
        .filter((code) => given.includes(code))
        .join('\n');
    }
    case 'statement':
      return textsIn(sent).includes(ticked) ? ticked : '';
    case 'range': {
      if (!isBody(sent)) return undefined;
      const [first = '', last = ''] = ['first', 'last'].map((edge) => textsIn(sent[edge])[0]?.trim());
      return last === '' ? first : `${first}\n${last}`;
    }
    case 'table':
      return readRows(question.columns.length, sent);
    case 'file':
      // Files come beside the fields.
      return undefined;
  }
}

/** Rows that are not wholly empty. */
function readRows(columns: number, sent: RawValue): string {
  const rows = childrenOf(sent)
    .map((row) => {
      const cells = childrenOf(row).map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
      return Array.from({ length: columns }, (_, index) => cells[index] ?? '');
    })
    .filter((row) => row.some((cell) => cell !== ''));
  return rows.length === 0 ? '' : JSON.stringify(rows);
}

function childrenOf(value: RawValue): readonly RawValue[] {
  if (typeof value === 'string') return [];
  return isBody(value) ? Object.values(value) : value;
}

function textsIn(value: RawValue | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : childrenOf(value).filter((one) => typeof one === 'string');
}

function isBody(value: RawValue): value is RawBody {
  return typeof value === 'object' && !Array.isArray(value);
}

/** What the view of a question draws: its kind as a flag, its fields with what stands in them. */
export function fieldsOfAnswer(question: Question, answer: string, error: string) {
  const { code, kind } = question;
  const name = `answers[${code}]`;
  const { lines, options } = { lines: linesIn(answer), options: 'options' in question ? question.options : [] };
  return {
    ...{ name, id: idOf(name), error, value: answer, kind, lang: languageOf(question) ?? '' },
    maxLetters: 'maxLetters' in question ? question.maxLetters : 0,
    rows: 'maxLetters' in question ? Math.min(12, Math.max(4, Math.round(question.maxLetters / 120))) : 0,
    unit: kind === 'number' ? question.unit : '',
    options: options.map((option) => ({ value: option.code, label: option.label })),
    values: lines,
    first: answer.split('\n')[0] ?? '',
    last: answer.split('\n')[1] ?? '',
    isTicked: answer === ticked,
    table: kind === 'table' ? tableOf(name, question, answer) : null,
  };
}

/** The rows written and two more to write in, as far as the question allows. */
function tableOf(name: string, question: Extract<Question, { kind: 'table' }>, answer: string) {
  const written = rowsIn(question, answer);
  const empty = Math.min(2, Math.max(0, question.mostRows - written.length));
  const rows = [...written, ...Array.from({ length: empty }, () => question.columns.map(() => ''))];
  return {
    columns: question.columns.map(({ label }) => label),
    mayGrow: written.length + empty < question.mostRows,
    rows: rows.map((row, index) => ({
      n: index + 1,
      cells: row.map((value, column) => ({
        id: `${name}[${index}][${column}]`.replace(/[^\p{L}\d]+/gu, '-').replace(/-$/u, ''),
        name: `${name}[${index}][${column}]`,
        label: question.columns[column]?.label ?? '',
        value,
      })),
    })),
  };
}
