import type { Expense } from './queries.ts';
import { kindNames } from './texts.ts';

/** Words of the printed description of an accounting document. */
export const descriptionTitle = (expense: Pick<Expense, 'kind' | 'number'>) =>
  `Opis dokumentu: ${kindNames[expense.kind]} ${expense.number}`;

export const descriptionFile = (expense: Pick<Expense, 'number'>) =>
  `opis ${expense.number.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
