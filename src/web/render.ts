import { randomBytes } from 'node:crypto';
import Handlebars from 'handlebars';
import { found, readViews } from './views.ts';

/** The page around a view: everything layouts/page.hbs shows. All fields are plain data; optional ones may be left out. */
export type Chrome = {
  title: string;
  organisation: {
    name: string;
    street: string;
    postalCode: string;
    city: string;
    phone: string;
    email: string;
    creditLine: string | null;
  };
  navigation: { label: string; href: string; current: boolean }[];
  person: { name: string } | null;
  flash: { kind: 'ok' | 'warn'; text: string } | null;
  /** Goes into every form of the page as `_csrf`. */
  csrf: string;
  /** The address of the page without its query; printed under it on paper. */
  path: string;
  /** The call's own colour, for its picture and bookmark only. */
  callColour?: CallColour | null;
  /** A line above everything, on every page alike. */
  bar?: { text: string; href: string; label: string } | null;
  /** A line under the head: the page is about something that does not count. */
  band?: { text: string; href: string; label: string } | null;
  /** The page comes back with something to correct: its title begins „Błąd:”. */
  wrong?: boolean;
};

export const callColours = ['brick', 'moss', 'plum', 'ochre', 'lake'] as const;
export type CallColour = (typeof callColours)[number];

export type Renderer = {
  /** A whole page: the view `views/<view>.hbs` inside layouts/page.hbs. */
  page(view: string, data: object, chrome: Chrome): string;
  /** One partial alone, for htmx. `csrf` is needed when it holds a form. */
  fragment(partial: string, data: object, csrf?: string): string;
  /** `views/<view>.txt.hbs` without HTML escaping, for the text part of a letter. */
  text(view: string, data: object): string;
};

/** `asset` turns a name into its versioned URL; `once` makes a form's once-token (random by default). */
export type RendererOptions = { viewsDir: string; asset: (name: string) => string; once?: () => string };

/** Reads every view under `viewsDir`; each is compiled when it is first shown. Throws when one wants a partial that is not there. */
export function createRenderer({ viewsDir, asset, once = randomToken }: RendererOptions): Renderer {
  const { pages, partials, texts } = readViews(viewsDir, { asset, once: () => once() });
  return {
    page(view, data, chrome) {
      const frame = { data: { csrf: chrome.csrf } };
      const body = new Handlebars.SafeString(found(pages, view, 'view')(data, frame));
      return found(pages, 'layouts/page', 'view')({ ...chrome, body }, frame);
    },
    fragment(partial, data, csrf) {
      return found(partials, partial, 'partial')(data, { data: csrf === undefined ? {} : { csrf } });
    },
    text: (view, data) => found(texts, view, 'text view')(data),
  };
}

function randomToken(): string {
  return randomBytes(18).toString('base64url');
}
