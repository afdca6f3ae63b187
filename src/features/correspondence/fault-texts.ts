import type { WordingFault } from '../../pdf/wording/check.ts';

/** What is wrong in one place of a text and what to put there; its line is left out where there is only one, or none. */
export function faultWords(fault: WordingFault, isOneLine: boolean): string {
  const where = isOneLine || fault.line === 0 ? '' : `Linia ${fault.line}: `;
  const hint = fault.suggestion === undefined ? '' : ` ${suggested(fault, fault.suggestion)}`;
  const said = sayings[fault.code](fault.found.trim().slice(0, 60));
  return `${where}${where === '' ? said.charAt(0).toUpperCase() + said.slice(1) : said}${hint}`;
}

function suggested({ code }: WordingFault, suggestion: string): string {
  if (code === 'unclosed_block' || code === 'closes_another') return `Wstaw ${suggestion}.`;
  if (code === 'part_missing') return `Wpisz ${suggestion} w osobnej linii, poza warunkiem.`;
  return code === 'condition_printed' ? `Użyj ${suggestion}…{{/if}}.` : `Czy chodziło o ${suggestion}?`;
}

const sayings: Readonly<Record<WordingFault['code'], (found: string) => string>> = {
  unknown_field: (found) => `nie ma pola ${found}. Pola są na liście obok.`,
  condition_printed: (found) => `${found} to warunek, a nie słowa do wstawienia.`,
  unclosed_tag: (found) => `po ${found} brakuje zamykających nawiasów }}.`,
  unclosed_block: (found) => `warunek ${found} nie ma końca.`,
  closes_nothing: (found) => `${found} zamyka warunek, którego wcześniej nie ma. Usuń to.`,
  closes_another: (found) => `${found} nie zamyka warunku otwartego wcześniej.`,
  else_outside: (found) => `${found} może stać raz i tylko między początkiem a końcem warunku.`,
  unknown_block: (found) => `nie ma polecenia ${found}. Warunki to {{#if …}} i {{#unless …}}.`,
  helper: (found) => `${found} to kilka słów w nawiasach, a może być tylko nazwa jednego pola.`,
  not_a_field: (found) => `w ${found} nie ma nazwy pola. Wpisz samą nazwę z listy obok, bez innych znaków.`,
  unescaped: (found) => `w ${found} jest coś więcej niż dwa nawiasy i nazwa pola. Zostaw po dwa nawiasy.`,
  partial: (found) => `${found} wstawia inny wzór, a tego tu nie można. Wpisz tekst wprost.`,
  comment: (found) => `${found} ukrywa część tekstu. Usuń to albo wpisz bez nawiasów.`,
  loose_braces: (found) => `${found} wypisze się dosłownie. Pole ma po dwa nawiasy z każdej strony.`,
  condition_across_lines: (found) =>
    `warunek w „${found}” obejmuje kilka linii. Wtedy {{#if …}} i {{/if}} muszą stać w osobnych liniach.`,
  unknown_part: (found) => `nie ma części ${found}. Części są na liście obok.`,
  part_in_words: (found) => `część ${found} musi stać sama w linii.`,
  part_missing: (found) => `część ${found} musi być w każdym takim dokumencie.`,
  part_twice: (found) => `część ${found} stałaby w dokumencie dwa razy. Zostaw jedną albo rozdziel je przez {{else}}.`,
  name_twice: (found) => `nazwa ${found} stoi przy dwóch paragrafach. Zmień jedną z nich.`,
  reference_to_nothing: (found) => `${found} odsyła do paragrafu, którego nie ma. Nazwę paragrafu dopisz po znaku #.`,
  reference_may_vanish: (found) =>
    `${found} odsyła do paragrafu, który stoi pod warunkiem i czasem go nie będzie. Objęcie odesłania tym samym warunkiem to naprawi.`,
  level_skipped: (found) =>
    `„${found.slice(0, 40)}” nie ma nad sobą wyższego poziomu: „###” stoi pod „##” lub „§”, „a)” pod „1)”.`,
  space_missing: (found) => `w „${found}” brakuje odstępu po znaku.`,
  title_missing: () => 'dokument nie ma tytułu. Wpisz go w osobnej linii po znaku # i odstępie, poza warunkiem.',
  title_twice: (found) => `„${found}” to drugi tytuł. Nagłówek zaczyna się od ##.`,
};
