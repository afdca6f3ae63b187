/** The shapes of a call's versioned texts, kept as JSON. */
export interface LegalText {
  readonly sections: readonly LegalSection[];
}

/** One §; its items are numbered paragraphs, below them points, below those letters. */
export interface LegalSection {
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly points?: readonly LegalPoint[] }[];
}

export type LegalPoint = string | { readonly text: string; readonly points: readonly string[] };

/** As stored: what a call was made with, or the lines that staff wrote, still with their fields (`rules/language.ts`). */
export type StoredLegal = LegalText | { readonly text: string };

export type LegalKind = 'rules' | 'privacy';
