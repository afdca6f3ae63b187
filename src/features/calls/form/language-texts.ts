import { type Language, ownLanguage } from './languages.ts';
import { languageOf, type Question } from './questions.ts';

const languageNames: Readonly<Record<Language, { readonly name: string; readonly inIt: string }>> = {
  lt: { name: 'litewski', inIt: 'po litewsku' },
  be: { name: 'białoruski', inIt: 'po białorusku' },
  uk: { name: 'ukraiński', inIt: 'po ukraińsku' },
  de: { name: 'niemiecki', inIt: 'po niemiecku' },
  en: { name: 'angielski', inIt: 'po angielsku' },
  ru: { name: 'rosyjski', inIt: 'po rosyjsku' },
  cs: { name: 'czeski', inIt: 'po czesku' },
  sk: { name: 'słowacki', inIt: 'po słowacku' },
  csb: { name: 'kaszubski', inIt: 'po kaszubsku' },
  szl: { name: 'śląski', inIt: 'po śląsku' },
  rue: { name: 'łemkowski', inIt: 'po łemkowsku' },
  rom: { name: 'romski', inIt: 'po romsku' },
};

/** To choose from: the language of the whole form first. */
export const languageChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: ownLanguage, label: 'polski, jak cały wniosek' },
  ...Object.entries(languageNames).map(([value, { name }]) => ({ value, label: name })),
];

/** „po litewsku”; '' of a question in the form's own language. */
export function languageWords(question: Question): string {
  const language = languageOf(question);
  return language === undefined ? '' : languageNames[language].inIt;
}

/** The hint of a question, and in which language to answer. */
export function hintWithLanguage(question: Question): string {
  const words = languageWords(question);
  return [question.hint, words === '' ? '' : `Napiszcie to ${words}.`].filter((part) => part !== '').join(' ');
}
