import type { ListedKind } from './queries.ts';

const lists: Readonly<Record<ListedKind, { readonly list: string; readonly fresh: string }>> = {
  partner: { list: '/projekt/partnerzy', fresh: 'nowy' },
  need: { list: '/projekt/potrzeby', fresh: 'nowa' },
};

export const projectPaths = {
  show: '/projekt',
  edit: '/projekt/zmiana',
  newOf: (kind: ListedKind) => `${lists[kind].list}/${lists[kind].fresh}`,
  listed: (kind: ListedKind) => `${lists[kind].list}/:id`,
  listedOf: (kind: ListedKind, id: number) => `${lists[kind].list}/${id}`,
  removal: (kind: ListedKind) => `${lists[kind].list}/:id/usuniecie`,
  removalOf: (kind: ListedKind, id: number) => `${lists[kind].list}/${id}/usuniecie`,
} as const;
