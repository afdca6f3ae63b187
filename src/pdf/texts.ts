/** Words the page itself prints. */
export const draftMark = 'PROJEKT';

export function pageOf(page: number, pages: number): string {
  return `strona ${page} z ${pages}`;
}

export const annexList = 'Załączniki';

export function annexHeading(number: number, title: string): string {
  return `Załącznik nr ${number}. ${title}`;
}

export function unreadableImage(alt: string): string {
  return `Tu miał być obraz: ${alt}. Jego pliku nie da się odczytać.`;
}
