// What @types/pdfkit 0.17 does not know of pdfkit 0.20: fonts opened by fontkit, the scope of header cells, a tag's own dictionary.

declare module 'fontkit' {
  export interface Font {
    readonly characterSet: readonly number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): unknown;
    layout(text: string): unknown;
  }
  export function openSync(path: string): Font;
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    registerFont(name: string, font: import('fontkit').Font): this;
  }
  interface StructureElementOptions {
    scope?: 'Row' | 'Column';
    /** Left, top, right, bottom in points from the top left of the page that is open. */
    bbox?: readonly [number, number, number, number];
    placement?: 'Block';
  }
}

declare namespace PDFKit {
  interface PDFStructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
  }
}
