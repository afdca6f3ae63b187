import type { Ground } from './likeness.ts';

/** Why an application is pointed out, in words that blame nobody. */
export function groundText(ground: Ground): string {
  switch (ground.kind) {
    case 'leader':
      return 'ta sama osoba prowadząca';
    case 'register':
      return 'ten sam numer w rejestrze';
    case 'name':
      return 'ta sama nazwa';
    case 'phone':
      return 'ten sam telefon';
    case 'title':
      return `podobny tytuł (wspólne słowa: ${ground.percent}%)`;
    case 'text':
      return `podobny opis (wspólne słowa: ${ground.percent}%)`;
  }
}
