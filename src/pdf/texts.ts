/** Words the page itself prints. */
export const draftMark = 'PROJEKT';
export const rehearsalMark = 'PRÓBA';
/** At the head of every page of a rehearsal's document. */
export const rehearsalWarning = 'PRÓBA GENERALNA – ten dokument nie ma żadnego znaczenia';

export function rehearsedTitle(title: string): string {
  return `Próba generalna – ${title}`;
}

export function rehearsedFileName(name: string): string {
  return `PROBA-GENERALNA-${name}`;
}

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
