/** What the partial `pages` draws. */
export type PageLinks = { items: (PageLink | { gap: true })[]; previous: string; next: string };
type PageLink = { number: number; href: string; current: boolean };

/** Links to the pages of a list: the first, the last, the current and its neighbours. Nothing for a single page. */
export function pageLinks(current: number, last: number, href: (page: number) => string): PageLinks {
  if (last <= 1) return { items: [], previous: '', next: '' };
  const near = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  const items = numbers.flatMap((number, index) => {
    const link = { number, href: href(number), current: number === current };
    const before = numbers[index - 1] ?? 0;
    return number - before > 1 ? [{ gap: true as const }, link] : [link];
  });
  return { items, previous: current > 1 ? href(current - 1) : '', next: current < last ? href(current + 1) : '' };
}

/** The page that an address asks for by `strona`; the first for anything else. */
export function pageAsked({ strona = '' }: Readonly<Record<string, string>>): number {
  return /^[1-9]\d{0,5}$/.test(strona) ? Number(strona) : 1;
}
