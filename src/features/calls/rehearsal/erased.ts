/** Stands where a column may not be empty. */
export const erasedWords = '–';
