import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** The rules of the standard and of WCAG that a tool can see. What is off is a matter of style, or is wrong about our pages. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    // The standard keeps headings and sections out of a table's head; what folds up is neither.
    elements: ['html5', { details: { inherit: 'details', sectioning: false } }],
    rules: {
      // Scripts and styles come from our own origin alone.
      'require-sri': 'off',
      // A table that a narrow phone shows as cards is no table to a screen reader unless its roles are written out.
      'no-redundant-role': 'off',
      // A title says what the page is, where and whose: titles of applications are as long as people make them.
      'long-title': 'off',
      // A field that names no type is a text field, says the standard; the cells of our tables are such.
      'no-implicit-input-type': 'off',
      // The list of mistakes stands above a page's title, under a heading of its own.
      'heading-level': ['error', { minInitialRank: 'h2' }],
      // Boxes ticked in one list are one field with several values.
      'form-dup-name': ['error', { shared: ['checkbox', 'radio', 'submit'] }],
      // Numbers are kept whole by this class.
      'tel-non-breaking': ['error', { ignoreClasses: ['nowrap'] }],
    },
  }),
);

export interface MarkupWatch {
  /** Looks at a page, unless its markup is of pages met before. */
  meet(name: string, html: string): void;
  /** How many kinds of page were looked at. */
  readonly kinds: number;
  /** What is wrong, one line each: rule, what, where, on the first page that had it. */
  readonly findings: string[];
}

/** Watches the markup of many pages: one that puts the same elements beside each other as earlier ones has nothing new to be wrong. */
export function watchMarkup(): MarkupWatch {
  const neighbours = new Set<string>();
  const findings = new Map<string, string>();
  let kinds = 0;
  return {
    meet(name, html) {
      const before = neighbours.size;
      for (const pair of neighboursIn(html)) neighbours.add(pair);
      if (neighbours.size === before) return;
      kinds += 1;
      const [result] = validator.validateStringSync(html).results;
      for (const { ruleId, message, line, column } of result?.messages ?? []) {
        const what = `${ruleId}: ${message}`;
        if (!findings.has(what)) findings.set(what, `${what} – ${name}, ${line}:${column}`);
      }
    },
    get kinds() {
      return kinds;
    },
    get findings() {
      return [...findings.values()];
    },
  };
}

/** Every tag with the names of its attributes, and the tag before it. */
function neighboursIn(html: string): string[] {
  const tags = [...html.matchAll(/<(\/?[a-z][\w-]*)([^<>]*)>/g)].map(
    ([, tag, attributes = '']) => `${tag}${attributes.replace(/="[^"]*"/g, '')}`,
  );
  return tags.map((tag, index) => `${tags[index - 1]} ${tag}`);
}
