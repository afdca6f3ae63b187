import type { Listed, ListedKind } from '../queries.ts';

export const listedLimits = { head: 200, words: 1000 } as const;

export const listedLabels = {
  partner: { name: 'Nazwa', kind: 'Rodzaj', contribution: 'Co wnosi' },
  need: { title: 'Potrzeba', description: 'Na czym polega', source: 'Skąd o niej wiecie' },
} as const;

export const listedHints: Readonly<Record<string, string>> = {
  contribution: 'Na przykład: sala z kuchnią, nagłośnienie, pomoc przy plakatach.',
  title: 'Jedno zdanie. Tak przeczytają je mieszkańcy i tak stanie w formularzu wniosku.',
  source: 'Na przykład: ankieta wśród mieszkańców, jesień 2023.',
};

interface ListedTexts {
  readonly newTitle: string;
  readonly changeTitle: string;
  readonly removalTitle: string;
  readonly removalQuestion: string;
  /** What goes on and what stays. */
  readonly removalWords: string;
  /** What a change does not reach; '' for nothing. */
  readonly note: string;
  readonly added: string;
  readonly changed: string;
  readonly removed: string;
}

export const listedTexts: Readonly<Record<ListedKind, ListedTexts>> = {
  partner: {
    newTitle: 'Nowy partner',
    changeTitle: 'Zmiana danych partnera',
    removalTitle: 'Usunięcie partnera',
    removalQuestion: 'Zdjąć tego partnera z listy?',
    removalWords: 'Nie będzie go już na stronie zadania. W historii zostanie, że był.',
    note: '',
    added: 'Partner jest na liście.',
    changed: 'Dane partnera są zapisane.',
    removed: 'Partnera nie ma już na liście.',
  },
  need: {
    newTitle: 'Nowa potrzeba z diagnozy',
    changeTitle: 'Zmiana potrzeby z diagnozy',
    removalTitle: 'Usunięcie potrzeby',
    removalQuestion: 'Zdjąć tę potrzebę z listy?',
    removalWords:
      'Nie będzie jej już na stronie zadania ani w nowych raportach. W formularzach wniosków, w których już jest, zostanie. Odpowiedzi grup też zostaną.',
    note: 'Formularz wniosku bierze potrzeby z tej listy, gdy dodajesz do niego pytanie o diagnozę. W formularzu, który już ma to pytanie, zostaje dawne brzmienie.',
    added: 'Potrzeba jest na liście.',
    changed: 'Potrzeba jest zapisana.',
    removed: 'Potrzeby nie ma już na liście.',
  },
};

export const listedRefusals = {
  listed_already: () => 'To już jest na liście. Zmień tamten wpis zamiast dodawać drugi taki sam.',
} as const;

/** What it is called, and the field where it is. */
export function headOf(listed: Listed): { readonly field: string; readonly head: string } {
  return listed.kind === 'partner'
    ? { field: 'name', head: listed.text.name }
    : { field: 'title', head: listed.text.title };
}
