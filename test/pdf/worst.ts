const keptAsItIs = /^([a-z0-9_]*|\d{4}-\d\d-\d\d.*|[a-z]{2}-[A-Z]{2}|https?:.*)$/;
const amountName = /grosze|amount|price|value|total|planned|spent|owed|awarded|agreed|settled|paid$|requested|pool/i;
const rowsWithAmounts = 40;
const otherRows = 12;
const rowsWithin = 3;

/**
 * A kind's sample at its worst: in lists of money forty rows, in others twelve; for texts, in turn, one word of 200 letters, words of
 * 200 letters, a single word, an emoji with a Chinese character, and twice its own words. Every text ends with a number of its own. Days, instants, codes of
 * states and addresses stay as they are; a row's amounts are a fortieth of the project.
 */
export function worstOf<Data>(sample: Data): Data {
  let count = 0;
  const text = (value: string): string => {
    if (keptAsItIs.test(value)) return value;
    count += 1;
    const forms = [
      `${'Źdźbło'.repeat(33)}${count}`,
      `${'Ąkacje nad Šešupe '.repeat(11)}${count}`,
      `Żyto${count}`,
      `${value} 🧵 中 ${count}`,
      `${value} ${count}`,
      `${value} ${count}`,
    ];
    return forms[count % forms.length] ?? value;
  };
  const grow = (value: unknown, name: string, depth: number): unknown => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'number') return amountName.test(name) ? (depth > 0 ? 334_250 : 13_370_000) : value;
    if (Array.isArray(value)) {
      const size = depth > 0 ? rowsWithin : value.some(hasAmount) ? rowsWithAmounts : otherRows;
      const rows = value.length === 0 ? [] : Array.from({ length: size }, (_, index) => value[index % value.length]);
      return rows.map((row) => grow(row, name, depth + 1));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, grow(inner, key, depth)]));
  };
  return grow(sample, '', 0) as Data;
}

function hasAmount(row: unknown): boolean {
  return (
    typeof row === 'object' &&
    row !== null &&
    Object.entries(row).some(([name, value]) => typeof value === 'number' && amountName.test(name))
  );
}
