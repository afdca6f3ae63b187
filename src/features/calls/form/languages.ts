/**
 * Languages an answer may be asked for in (BCP 47): of neighbours, minorities and regions, as far as the letters of the documents' fonts reach.
 * Yiddish, Hebrew and Armenian are absent because those fonts cannot draw them.
 */
export const languages = ['lt', 'be', 'uk', 'de', 'en', 'ru', 'cs', 'sk', 'csb', 'szl', 'rue', 'rom'] as const;

export type Language = (typeof languages)[number];

/** Of the form itself and of every answer that names no other. */
export const ownLanguage = 'pl';
