import type { RelationGround } from './guesses.ts';

export const relationTexts = {
  title: 'Pytania o powiązania',
  crumb: 'Pytania o powiązania',
  flash: 'Zapisane. Pytanie znika z listy.',
  noteTooLong: 'To za długie: zmieści się 300 znaków.',
};

/** Neutral: what is alike, never what it means. */
export const groundWords: Readonly<Record<RelationGround, (words: string) => string>> = {
  surname: (names) => `podobne nazwisko: ${names}`,
  phone: (phone) => `ten sam telefon: ${phone}`,
  address: (address) => `ten sam adres: ${address}`,
  organisation: (name) => `reprezentuje kogoś o tej samej nazwie: ${name}`,
  mail_domain: (domain) => `poczta w tej samej domenie: ${domain}`,
};

export const relationRefusals = {
  jury_has_met: () => 'Komisja przyjęła już ranking. Skład i wyłączenia są w protokole.',
};
