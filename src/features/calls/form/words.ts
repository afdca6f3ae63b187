import { formatAmount, parseAmount } from '../../../lib/money.ts';
import { dateRange } from '../../../lib/polish-dates.ts';
import { daysIn, isAnswered, linesIn, rowsIn, wholeNumber } from './answers.ts';
import type { Question } from './questions.ts';

/** An answer as it is read: options by their names, days and amounts in full, a row of a table on a line. What cannot be read stands as typed. */
export function answerWords(question: Question, answer: string): string {
  if (!isAnswered(question, answer)) return '';
  switch (question.kind) {
    case 'short':
    case 'long':
    case 'file':
      return answer;
    case 'number': {
      const read = wholeNumber(answer);
      return read.ok ? `${read.value}${question.unit === '' ? '' : `\u00a0${question.unit}`}` : answer;
    }
    case 'amount': {
      const read = parseAmount(answer);
      return read.ok ? formatAmount(read.value) : answer;
    }
    case 'choice':
    case 'many':
      return linesIn(answer)
        .map((line) => question.options.find(({ code }) => code === line)?.label ?? line)
        .join(question.kind === 'many' ? '\n' : ' ');
    case 'date':
    case 'range': {
      const read = daysIn(answer);
      return read.ok ? dateRange(read.value.first, read.value.last) : linesIn(answer).join(' – ');
    }
    case 'statement':
      return 'Tak';
    case 'table':
      return rowsIn(question, answer)
        .map((row) =>
          row
            .flatMap((cell, index) => (cell === '' ? [] : [`${question.columns[index]?.label ?? ''}: ${cell}`]))
            .join('; '),
        )
        .join('\n');
  }
}
