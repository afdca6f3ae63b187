import { type PayAnswer, type PayBasis, payAnswers } from './basis.ts';

const answerLabels: Readonly<Record<PayAnswer, string>> = {
  '': 'nie wiem – pomoże biblioteka',
  full_cost: 'to pełny koszt biblioteki',
  gross: 'to kwota brutto na umowie',
};

export const payChoices = payAnswers.map((value) => ({ value, label: answerLabels[value] }));

const basisWords: Readonly<Record<PayBasis, string>> = {
  full_cost: 'pełny koszt biblioteki',
  gross: 'kwota brutto na umowie, bez składek biblioteki',
  unknown: 'pełny koszt policzy biblioteka',
};

/** Beside a sum for work, for whoever counts it later; '' of another cost. */
export const payWords = (basis: PayBasis | null | undefined) => (basis ? basisWords[basis] : '');

/** The category of a row with what is said of its sum. */
export function categoryWords(name: string, basis: PayBasis | null | undefined): string {
  return basis ? `${name} (${basisWords[basis]})` : name;
}
