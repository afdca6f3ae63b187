import type { OutboxFilter } from '../../mail/outbox.ts';

export const deskPaths = {
  home: '/pulpit',
  history: '/historia',
  outbox: '/skrzynka',
  outboxOf: ({ state, kind, whom }: OutboxFilter, page: number) => {
    const query = new URLSearchParams({
      ...(state === null ? {} : { stan: state }),
      ...(kind === null ? {} : { rodzaj: kind }),
      ...(whom === '' ? {} : { kto: whom }),
      ...(page === 1 ? {} : { strona: String(page) }),
    }).toString();
    return query === '' ? '/skrzynka' : `/skrzynka?${query}`;
  },
  letter: '/skrzynka/:id',
  letterOf: (id: number) => `/skrzynka/${id}`,
  letterEml: '/skrzynka/:id/list.eml',
  letterEmlOf: (id: number) => `/skrzynka/${id}/list.eml`,
  letterAgain: '/skrzynka/:id/ponowienie',
  letterAgainOf: (id: number) => `/skrzynka/${id}/ponowienie`,
} as const;
