import type { Frame } from './page.ts';
import { openPage, type Part } from './page.ts';
import type { Paper } from './paper.ts';

export type Tag = PDFKit.PDFStructureElement;

interface Kept {
  readonly before: number;
  readonly height: number;
  draw(y: number): void;
}

/** Where the next block goes: down the page, on to the next one, headings held back until what follows them has room. */
export class Flow {
  readonly paper: Paper;
  readonly frame: Frame;
  readonly root: Tag;
  y: number;
  /** Points that what comes next wants on the page of the end of the block being drawn: signatures never stand alone. */
  tail = 0;
  /** The documents in this file, where there are several. */
  readonly parts: Part[] = [];
  #gap = 0;
  #kept: Kept[] = [];

  constructor(paper: Paper, frame: Frame) {
    this.paper = paper;
    this.frame = frame;
    this.root = paper.struct('Document');
    paper.addStructure(this.root);
    openPage(paper, frame);
    this.y = frame.top;
  }

  /** White space before the next block: the widest asked for, none at the top of a page. */
  gap(points: number): void {
    this.#gap = Math.max(this.#gap, points);
  }

  /** Points left on this page under the gap. */
  room(): number {
    return this.frame.bottom - this.y - (this.#atTop() ? 0 : this.#gap);
  }

  /** Points a whole page holds. */
  get pageRoom(): number {
    return this.frame.bottom - this.frame.top;
  }

  /** Holds a heading back, to be drawn on the page of the block after it. */
  keep(height: number, draw: (y: number) => void): void {
    this.#kept.push({ before: this.#takeGap(), height, draw });
  }

  /** Makes room for `height` points together with the kept headings, if need be on a new page; draws the headings, moves past the gap. */
  need(height: number): void {
    const kept = this.#kept;
    this.#kept = [];
    const wanted = kept.reduce((sum, one) => sum + one.before + one.height, height + this.#gap);
    if (!this.#atTop() && this.y + wanted > this.frame.bottom) this.#turn();
    for (const one of kept) {
      if (!this.#atTop()) this.y += one.before;
      one.draw(this.y);
      this.y += one.height;
    }
    const gap = this.#takeGap();
    if (!this.#atTop()) this.y += gap;
  }

  /** Goes on overleaf, with headings still kept; an empty page is not left empty. */
  newPage(): void {
    if (!this.#atTop()) this.#turn();
    this.#gap = 0;
  }

  /** Goes on overleaf with the next document of the file; the first begins where the file does. */
  beginPart(title: string): void {
    this.newPage();
    this.parts.push({ title, from: this.paper.bufferedPageRange().count - 1 });
  }

  /** Draws a heading left alone at the very end and closes the document; white space after the last block opens no page. */
  finish(): void {
    this.#gap = 0;
    this.need(0);
    this.root.end();
  }

  #turn(): void {
    openPage(this.paper, this.frame);
    this.y = this.frame.top;
  }

  #atTop(): boolean {
    return this.y === this.frame.top;
  }

  #takeGap(): number {
    const gap = this.#gap;
    this.#gap = 0;
    return gap;
  }
}
