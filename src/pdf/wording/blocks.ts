import type { Point } from '../lists.ts';

/**
 * A piece of a document's text with its values in place. Plain data: it may be frozen with a record and drawn years later. Of a point, a list or a
 * paragraph a line feed breaks the line.
 */
export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly subtitle: string }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'section'; readonly number: number; readonly title: string }
  | { readonly kind: 'paragraph' | 'note'; readonly text: string }
  /** `order` 0 begins with „1.”, 1 with „1)”; `from` is the number of the first. */
  | { readonly kind: 'points'; readonly order: 0 | 1; readonly from: number; readonly points: readonly Point[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Drawn by the program: a table, the parties, the places to sign. */
  | { readonly kind: 'part'; readonly name: string };
