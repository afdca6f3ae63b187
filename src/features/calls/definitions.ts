/** The shapes of a call's versioned texts, kept as JSON. */
export interface LegalText {
  readonly sections: readonly LegalSection[];
}

/** One §; its items are numbered paragraphs, their points are lettered. */
export interface LegalSection {
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly points?: readonly string[] }[];
}

export interface Question {
  readonly code: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'short' | 'long';
  readonly maxLetters: number;
  readonly optional: boolean;
}

/** The questions of a call; applicant, schedule, costs and attachments are the same in every call and stand beside them. */
export interface FormDefinition {
  readonly sections: readonly {
    readonly code: string;
    readonly title: string;
    readonly questions: readonly Question[];
  }[];
  readonly consents: readonly { readonly code: string; readonly text: string }[];
}
