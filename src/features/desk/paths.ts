import type { OutboxFilter } from '../../mail/outbox.ts';
import { applicationPaths } from '../applications/paths.ts';
import { callPaths } from '../calls/paths.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import { reportPaths } from '../reports/paths.ts';
import type { ShelfName } from './shelf/places.ts';

/** What the list shows: a state, a way, a kind, a person, and the number of a record. */
export interface LogFilter extends OutboxFilter {
  readonly record: string;
}

const letter = '/skrzynka/:id';
const dispatch = `${letter}/wpisy/:wpis`;
const person = '/skrzynka/osoby/:id';

export const deskPaths = {
  home: '/pulpit',
  history: '/historia',
  outbox: '/skrzynka',
  outboxOf: ({ state, channel, kind, whom, record }: LogFilter, page: number) => {
    const query = new URLSearchParams({
      ...(state === null ? {} : { stan: state }),
      ...(channel === null ? {} : { droga: channel }),
      ...(kind === null ? {} : { rodzaj: kind }),
      ...(whom === '' ? {} : { kto: whom }),
      ...(record === '' ? {} : { sprawa: record }),
      ...(page === 1 ? {} : { strona: String(page) }),
    }).toString();
    return query === '' ? '/skrzynka' : `/skrzynka?${query}`;
  },
  letter,
  letterOf: (id: number) => `/skrzynka/${id}`,
  letterEml: `${letter}/list.eml`,
  letterEmlOf: (id: number) => `/skrzynka/${id}/list.eml`,
  letterAgain: `${letter}/ponowienie`,
  letterAgainOf: (id: number) => `/skrzynka/${id}/ponowienie`,
  letterPaper: `${letter}/wydruk`,
  letterPaperOf: (id: number) => `/skrzynka/${id}/wydruk`,
  toHandOver: '/skrzynka/do-wydruku',
  printAll: '/skrzynka/do-wydruku/listy.pdf',
  dispatching: `${letter}/przekazanie/:sposob`,
  dispatchingOf: (id: number, slug: string) => `/skrzynka/${id}/przekazanie/${slug}`,
  correction: `${dispatch}/poprawka`,
  correctionOf: (id: number, dispatchId: number) => `/skrzynka/${id}/wpisy/${dispatchId}/poprawka`,
  proof: `${dispatch}/potwierdzenie`,
  proofOf: (id: number, dispatchId: number) => `/skrzynka/${id}/wpisy/${dispatchId}/potwierdzenie`,
  recipient: person,
  recipientOf: (id: number) => `/skrzynka/osoby/${id}`,
  contact: `${person}/dane`,
  contactOf: (id: number) => `/skrzynka/osoby/${id}/dane`,
  applicationCall: '/wnioski/:id/rozmowa',
  applicationCallOf: (id: number) => `/wnioski/${id}/rozmowa`,
  initiativeCall: '/inicjatywy/:id/rozmowa',
  initiativeCallOf: (id: number) => `/inicjatywy/${id}/rozmowa`,
} as const;

const shelfPages: Readonly<Record<ShelfName['of'], { readonly route: string; readonly href: (id: number) => string }>> =
  {
    call: { route: '/nabory/:id/dokumenty', href: callPaths.documentsOf },
    application: { route: '/wnioski/:id/dokumenty', href: applicationPaths.documentsOf },
    initiative: { route: '/inicjatywy/:id/dokumenty', href: initiativePaths.documentsOf },
    project: { route: reportPaths.documents, href: () => reportPaths.documents },
  };

/** The page of a shelf, the same as a ZIP, and the making again of one document on it. */
export const shelfPaths = {
  page: (of: ShelfName['of']) => shelfPages[of].route,
  pageOf: ({ of, id }: ShelfName) => shelfPages[of].href(id),
  zip: (of: ShelfName['of']) => `${shelfPages[of].route}.zip`,
  zipOf: ({ of, id }: ShelfName) => `${shelfPages[of].href(id)}.zip`,
  again: (of: ShelfName['of']) => `${shelfPages[of].route}/:document/ponowienie`,
  againOf: ({ of, id }: ShelfName, documentId: number) => `${shelfPages[of].href(id)}/${documentId}/ponowienie`,
} as const;
