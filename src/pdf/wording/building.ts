import type { Block } from './blocks.ts';
import type { Line } from './outline.ts';

/** A point under construction; `depth` 0 is „1.”, 1 „1)”, 2 „a)”. */
interface Growing {
  text: string;
  readonly depth: number;
  readonly points: Growing[];
}

type Open =
  | { readonly kind: 'title'; text: string; subtitle: string }
  | { readonly kind: 'paragraph' | 'note'; text: string }
  | { readonly kind: 'list'; readonly items: string[] }
  | { readonly kind: 'points'; readonly order: 0 | 1; readonly from: number; readonly points: Growing[] };

const depths: Readonly<Record<string, number>> = { point: 0, subpoint: 1, letter: 2 };

/** Puts lines together: what follows without an empty line goes on; points and lists go on over empty lines too. */
export class Building {
  readonly #blocks: Block[] = [];
  #open: Open | undefined;
  #isAfterBlank = false;
  #sections = 0;
  /** Of the section so far: its points are counted through, whatever stands between them. */
  #points = 0;

  /** `words`: of the line, with the values in place. A marked line without words leaves no trace. */
  add(line: Line, words: string): void {
    const isAfterBlank = this.#isAfterBlank;
    this.#isAfterBlank = line.mark === 'blank';
    if (line.mark === 'blank') return;
    if (line.mark === 'section') this.#section(words);
    else if (words !== '') this.#marked(line, words, isAfterBlank);
  }

  #marked({ mark, name }: Line, words: string, isAfterBlank: boolean): void {
    if (mark === 'part') {
      this.#close();
      this.#blocks.push({ kind: 'part', name });
    } else if (mark === 'title') {
      this.#begin({ kind: 'title', text: words, subtitle: '' });
      this.#points = 0;
    } else if (mark === 'heading' && this.#open?.kind === 'title' && !isAfterBlank)
      this.#open.subtitle = joined(this.#open.subtitle, words);
    else if (mark === 'heading') this.#heading(2, words);
    else if (mark === 'subheading') this.#heading(3, words);
    else if (mark === 'dash') this.#item(words);
    else if (mark === 'note' || mark === 'text') this.#prose(mark, words, isAfterBlank);
    else this.#point(depths[mark] ?? 0, words);
  }

  blocks(): Block[] {
    this.#close();
    return this.#blocks;
  }

  #section(title: string): void {
    this.#close();
    this.#points = 0;
    this.#sections += 1;
    this.#blocks.push({ kind: 'section', number: this.#sections, title });
  }

  #heading(level: 2 | 3, text: string): void {
    this.#close();
    this.#points = 0;
    this.#blocks.push({ kind: 'heading', level, text });
  }

  #item(words: string): void {
    if (this.#open?.kind !== 'list') this.#begin({ kind: 'list', items: [] });
    if (this.#open?.kind === 'list') this.#open.items.push(words);
  }

  #point(depth: number, words: string): void {
    const open = this.#open;
    const goesOn = open?.kind === 'points' && open.order <= depth;
    if (!goesOn) {
      const order = depth === 0 ? 0 : 1;
      this.#begin({ kind: 'points', order, from: order === 0 ? this.#points + 1 : 1, points: [] });
    }
    if (this.#open?.kind !== 'points') return;
    let siblings = this.#open.points;
    for (let last = siblings.at(-1); last !== undefined && last.depth < depth; last = siblings.at(-1))
      siblings = last.points;
    siblings.push({ text: words, depth, points: [] });
    if (depth === 0) this.#points += 1;
  }

  /** A plain line goes on with what stands right above it, also with a point; else it is a paragraph. */
  #prose(mark: 'note' | 'text', words: string, isAfterBlank: boolean): void {
    const open = this.#open;
    const kind = mark === 'note' ? 'note' : 'paragraph';
    if (isAfterBlank || open === undefined || open.kind === 'title') this.#begin({ kind, text: words });
    else if (open.kind === kind) open.text = joined(open.text, words);
    else if (mark === 'note' || open.kind === 'note') this.#begin({ kind, text: words });
    else if (open.kind === 'list') open.items.push(joined(open.items.pop() ?? '', words));
    else if (open.kind === 'points') {
      const last = lastOf(open.points);
      if (last !== undefined) last.text = joined(last.text, words);
    }
  }

  #begin(open: Open): void {
    this.#close();
    this.#open = open;
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    this.#blocks.push(open.kind === 'points' ? { ...open, points: open.points.map(grown) } : open);
  }
}

function joined(above: string, words: string): string {
  return above === '' ? words : `${above}\n${words}`;
}

function lastOf(points: readonly Growing[]): Growing | undefined {
  const last = points.at(-1);
  return last === undefined ? undefined : (lastOf(last.points) ?? last);
}

type Grown = string | { readonly text: string; readonly points: readonly Grown[] };

function grown({ text, points }: Growing): Grown {
  return points.length === 0 ? text : { text, points: points.map(grown) };
}
