import { noOrphans } from '../../../lib/polish.ts';

/** What a juror reads in place of what a call without names keeps back. */
export const blindWords = {
  withheld: 'nie pokazujemy: nabór ocenia się bez nazwisk',
  note: noOrphans(
    'Ten nabór ocenia się bez nazwisk. Nie pokazujemy, kto składa wniosek, dopóki komisja nie przyjmie rankingu. Odpowiedzi stoją tak, jak je napisano: jeśli po nich poznajesz grupę i coś Cię z nią łączy, wyłącz się z oceny.',
  ),
} as const;
