import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import Handlebars from 'handlebars';
import { bindOneLetterWords } from './typesetting.ts';
import { blockNames, registerBlocks } from './view-blocks.ts';
import { controlHelpers } from './view-controls.ts';
import { viewHelpers } from './view-helpers.ts';

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

type Template = Handlebars.TemplateDelegate;
/** Handlebars compiles at the first call; `_setup` compiles now, so that a broken view stops the start, not a visitor. */
type LazyTemplate = Template & { _setup(options: object): void };

/** Compiles every view under `viewsDir`; throws, naming the file, when one does not compile. */
export function createRenderer({ viewsDir, asset, once = randomToken }: RendererOptions): Renderer {
  const engine = Handlebars.create();
  engine.registerHelper({ ...viewHelpers, ...controlHelpers, asset, once: () => once() });
  const pages = new Map<string, Template>();
  const partials = new Map<string, Template>();
  const texts = new Map<string, Template>();
  registerBlocks(engine, (name) => found(partials, name, 'partial'));

  const files = viewFiles(viewsDir).map((file) => ({ file, source: readFileSync(join(viewsDir, file), 'utf8') }));
  for (const { file, source } of files) {
    const { shelf, name } = place(file);
    if (shelf === 'texts') texts.set(name, compile(engine, file, source, { noEscape: true }));
    if (shelf === 'pages') pages.set(name, compile(engine, file, bindOneLetterWords(source)));
    if (shelf === 'partials') {
      const template = compile(engine, file, bindOneLetterWords(source));
      partials.set(name, template);
      engine.registerPartial(name, template);
    }
  }

  for (const { file, source } of files) checkPartials(file, source, partials);

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

function viewFiles(viewsDir: string): string[] {
  const all = readdirSync(viewsDir, { recursive: true, encoding: 'utf8' });
  return all
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** `applications/_costs.hbs` is the partial `applications/costs`; `partials/_field.hbs` is `field`; `mail/x.txt.hbs` the text `mail/x`. */
function place(file: string): { shelf: 'pages' | 'partials' | 'texts'; name: string } {
  if (file.endsWith('.txt.hbs')) return { shelf: 'texts', name: file.slice(0, -'.txt.hbs'.length) };
  const name = file.slice(0, -'.hbs'.length);
  const parts = name.split('/');
  const last = parts.pop() ?? '';
  if (!last.startsWith('_')) return { shelf: 'pages', name };
  const folder = parts.join('/');
  return { shelf: 'partials', name: folder === 'partials' ? last.slice(1) : `${folder}/${last.slice(1)}` };
}

/**
 * Strict: a field that is printed must exist. Only known helpers. Partials see what they are given, never the caller's fields.
 */
function compile(engine: typeof Handlebars, file: string, source: string, more: CompileOptions = {}): Template {
  const names = [...Object.keys(engine.helpers), ...blockNames];
  const template = engine.compile(source, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(names.map((name) => [name, true])),
    preventIndent: true,
    explicitPartialContext: true,
    ...more,
  }) as LazyTemplate;
  const traced = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n  in views/${file}`, {
        cause: error,
      });
    }
  };
  traced(() => template._setup({}));
  return (context, options) => traced(() => template(context ?? {}, options));
}

/** A misspelt partial stops the start too. */
function checkPartials(file: string, source: string, partials: Map<string, Template>): void {
  for (const [, name = ''] of source.matchAll(/\{\{~?#?>\s*([\w/-]+)/g)) {
    if (!partials.has(name)) throw new Error(`views/${file} wants a partial ${name}, which is not there`);
  }
}

function found(shelf: Map<string, Template>, name: string, kind: string): Template {
  const template = shelf.get(name);
  if (!template) throw new Error(`There is no ${kind} ${name}`);
  return template;
}
