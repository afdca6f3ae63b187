/** Words the page itself prints. */
export const draftMark = 'PROJEKT';

export function pageOf(page: number, pages: number): string {
  return `strona ${page} z ${pages}`;
}
