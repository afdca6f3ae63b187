export const agreementLetters = {};
