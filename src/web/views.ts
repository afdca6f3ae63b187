import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import Handlebars from 'handlebars';
import { bindOneLetterWords } from './typesetting.ts';
import { blockNames, registerBlocks } from './view-blocks.ts';
import { controlHelpers } from './view-controls.ts';
import { viewHelpers } from './view-helpers.ts';

type View = Handlebars.TemplateDelegate & { compileNow(): void };
type Shelf = Map<string, View>;

/** Every view of the house by its name: whole pages, partials, and texts without HTML. */
export type Views = { pages: Shelf; partials: Shelf; texts: Shelf };

/** Reads every view under `viewsDir`; each is compiled at its first use. Throws when one wants a partial that is not there. */
export function readViews(viewsDir: string, helpers: Record<string, Handlebars.HelperDelegate>): Views {
  const engine = Handlebars.create();
  engine.registerHelper({ ...viewHelpers, ...controlHelpers, ...helpers });
  const views: Views = { pages: new Map(), partials: new Map(), texts: new Map() };
  registerBlocks(engine, (name) => found(views.partials, name, 'partial'));

  const files = viewFiles(viewsDir).map((file) => ({ file, source: readFileSync(join(viewsDir, file), 'utf8') }));
  for (const { file, source } of files) {
    const { shelf, name } = place(file);
    const view = viewOf(engine, file, source, shelf === 'texts');
    views[shelf].set(name, view);
    if (shelf === 'partials') engine.registerPartial(name, view);
  }
  for (const { file, source } of files) checkPartials(file, source, views.partials);
  return views;
}

/** For the build: compiles every view, so that a broken one stops the build and not a visitor. Throws, naming the file. */
export function checkViews(viewsDir: string): void {
  const { pages, partials, texts } = readViews(viewsDir, { asset: String, once: String });
  for (const view of [...pages.values(), ...partials.values(), ...texts.values()]) view.compileNow();
}

export function found(shelf: Shelf, name: string, kind: string): View {
  const view = shelf.get(name);
  if (!view) throw new Error(`There is no ${kind} ${name}`);
  return view;
}

function viewFiles(viewsDir: string): string[] {
  const all = readdirSync(viewsDir, { recursive: true, encoding: 'utf8' });
  return all
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** `applications/_costs.hbs` is the partial `applications/costs`; `partials/_field.hbs` is `field`; `mail/x.txt.hbs` the text `mail/x`. */
function place(file: string): { shelf: keyof Views; name: string } {
  if (file.endsWith('.txt.hbs')) return { shelf: 'texts', name: file.slice(0, -'.txt.hbs'.length) };
  const name = file.slice(0, -'.hbs'.length);
  const parts = name.split('/');
  const last = parts.pop() ?? '';
  if (!last.startsWith('_')) return { shelf: 'pages', name };
  const folder = parts.join('/');
  return { shelf: 'partials', name: folder === 'partials' ? last.slice(1) : `${folder}/${last.slice(1)}` };
}

/** Whatever goes wrong inside is thrown with the name of the file. */
function viewOf(engine: typeof Handlebars, file: string, source: string, isText: boolean): View {
  const traced = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n  in views/${file}`, {
        cause: error,
      });
    }
  };
  let compiled: Compiled | undefined;
  const template = () => {
    compiled ??= isText ? compile(engine, source, { noEscape: true }) : compile(engine, bindOneLetterWords(source));
    return compiled;
  };
  const view = (context: unknown, options?: Handlebars.RuntimeOptions) =>
    traced(() => template()(context ?? {}, options));
  return Object.assign(view, { compileNow: () => traced(() => template()._setup({})) });
}

/** Handlebars compiles at the first call; `_setup` compiles now. */
type Compiled = Handlebars.TemplateDelegate & { _setup(options: object): void };

/** Strict: a field that is printed must exist. Only known helpers. Partials see what they are given, never the caller's fields. */
function compile(engine: typeof Handlebars, source: string, more: CompileOptions = {}): Compiled {
  const names = [...Object.keys(engine.helpers), ...blockNames];
  return engine.compile(source, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(names.map((name) => [name, true])),
    preventIndent: true,
    explicitPartialContext: true,
    ...more,
  }) as Compiled;
}

/** A misspelt partial stops the start. */
function checkPartials(file: string, source: string, partials: Shelf): void {
  for (const [, name = ''] of source.matchAll(/\{\{~?#?>\s*([\w/-]+)/g)) {
    if (!partials.has(name)) throw new Error(`views/${file} wants a partial ${name}, which is not there`);
  }
}
