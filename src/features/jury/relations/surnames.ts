import { foldText } from '../../../lib/polish.ts';

/** Endings by which one family's surname differs: wives, daughters and sons in Lithuanian, longest first (folded). */
const lithuanian = ['uviene', 'iene', 'aite', 'yte', 'iute', 'ute', 'ius', 'as', 'is', 'ys', 'us', 'e'];
const polish = ['owna', 'owa', 'a', 'y', 'i'];
const shortestStem = 4;

/**
 * What relatives' surnames have in common: „Kowalska” and „Kowalski”, „Kazlauskas”, „Kazlauskienė” and „Kazlauskaitė” give the same; a double surname
 * gives two. Meant for a question to a person, never for a decision: it also meets people who only share a name.
 */
export function surnameStems(name: string): string[] {
  const surname = name.trim().split(/\s+/).at(-1) ?? '';
  return foldText(surname)
    .split('-')
    .map((part) => part.replace(/[^a-z]/g, ''))
    .filter((part) => part.length >= shortestStem)
    .map(stemOf);
}

function stemOf(surname: string): string {
  const ending = [...lithuanian, ...polish].find(
    (one) => surname.endsWith(one) && surname.length - one.length >= shortestStem,
  );
  return ending === undefined ? surname : surname.slice(0, -ending.length);
}
