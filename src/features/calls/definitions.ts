/** The shapes of a call's versioned texts, kept as JSON. */
export interface LegalText {
  readonly sections: readonly LegalSection[];
}

/** One §; its items are numbered paragraphs, their points are lettered. */
export interface LegalSection {
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly points?: readonly string[] }[];
}
