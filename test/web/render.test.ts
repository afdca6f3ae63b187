import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { assetFiles, readAssets } from '../../src/web/assets.ts';
import { pageLinks } from '../../src/web/page-links.ts';
import { type Chrome, createRenderer, type Renderer } from '../../src/web/render.ts';
import { checkViews } from '../../src/web/views.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ownViews = join(root, 'views');

const chrome: Chrome = {
  title: 'Kosztorys',
  organisation: {
    name: 'Biblioteka w Puńsku',
    street: 'ul. Szkolna 1',
    postalCode: '16-515',
    city: 'Puńsk',
    phone: '87 000 00 01',
    email: 'biblioteka@example.pl',
    creditLine: null,
  },
  navigation: [
    { label: 'Mój wniosek', href: '/wnioski/7', current: true },
    { label: 'Konkurs', href: '/', current: false },
  ],
  person: { name: 'Birutė Jurkianis' },
  flash: null,
  csrf: 'token-of-birute',
  path: '/wnioski/7',
};

const folders: string[] = [];

function rendererWith(views: Record<string, string>, more: { once?: () => string } = {}): Renderer {
  return createRenderer({ viewsDir: viewsWith(views), asset: (name) => `/static/v1/${name}`, ...more });
}

/** The house's own layouts and partials with a few views of the test beside them. */
function viewsWith(views: Record<string, string>): string {
  const viewsDir = mkdtempSync(join(tmpdir(), 'views-'));
  folders.push(viewsDir);
  for (const part of ['layouts', 'partials']) cpSync(join(ownViews, part), join(viewsDir, part), { recursive: true });
  for (const [name, source] of Object.entries(views)) {
    mkdirSync(dirname(join(viewsDir, name)), { recursive: true });
    writeFileSync(join(viewsDir, name), source);
  }
  return viewsDir;
}

function rendered(source: string, data: object = {}): string {
  return rendererWith({ '_it.hbs': source }).fragment('/it', data, 'token-of-birute');
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('a page', () => {
  test('stands inside the house: name, navigation, person, address, and what the person came for', () => {
    const html = rendererWith({ 'home.hbs': '<h1>{{greeting}}</h1>' }).page(
      'home',
      { greeting: 'Dzień dobry' },
      chrome,
    );
    expect(html).toContain('<title>Kosztorys – Oddolnie</title>');
    expect(html).toContain('<main id="tresc" class="wrap" tabindex="-1">\n<h1>Dzień dobry</h1>\n</main>');
    expect(html).toContain('<a href="/wnioski/7" aria-current="page">Mój wniosek</a></li><li><a href="/">Konkurs</a>');
    expect(html).toContain('Birutė Jurkianis');
    expect(html).toContain('<a class="nowrap" href="tel:870000001">87 000 00 01</a>');
    expect(html).toContain('href="/static/v1/style.css"');
  });

  test('says in its title that something is to be corrected', () => {
    const html = rendererWith({ 'home.hbs': '' }).page('home', {}, { ...chrome, wrong: true });
    expect(html).toContain('<title>Błąd: Kosztorys – Oddolnie</title>');
  });

  test('offers a visitor no way out and keeps their name to nobody', () => {
    const html = rendererWith({ 'home.hbs': '' }).page('home', {}, { ...chrome, person: null });
    expect(html).not.toContain('/wyjscie');
    expect(html).not.toContain('data-person');
  });

  test('shows the credit line, the colour of the call and one line after a success', () => {
    const organisation = { ...chrome.organisation, creditLine: 'Dofinansowano z budżetu państwa.' };
    const flash = { kind: 'ok', text: 'Zapisano zmiany.' } as const;
    const html = rendererWith({ 'home.hbs': '' }).page(
      'home',
      {},
      { ...chrome, organisation, flash, callColour: 'plum' },
    );
    expect(html).toContain('<p class="foot__credit">Dofinansowano z\u00a0budżetu państwa.</p>');
    expect(html).toContain('<html lang="pl" data-call="plum">');
    expect(html).toMatch(/role="status" data-flash="ok">[\s\S]*<p>Zapisano zmiany\.<\/p>/);
  });
});

describe('words of people', () => {
  const hostile = '<script>alert("Jonas")</script>\n\n"cudzysłów" & \'apostrof\'';

  test('are never markup, in text, attributes and fields', () => {
    const html = rendered(
      '<p title="{{value}}">{{value}}</p>{{text value}}{{> field name="a" label=value value=value}}',
      {
        value: hostile,
      },
    );
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/="[^"]*"cudzys/);
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(5);
  });

  test('keep their paragraphs and line breaks', () => {
    const html = rendered('{{text value}}', { value: 'Bo w Krasnopolu\r\nnie ma gdzie usiąść.\n\n\nZ książką.' });
    expect(html).toBe('<p>Bo w\u00a0Krasnopolu<br>nie ma gdzie usiąść.</p>\n<p>Z\u00a0książką.</p>');
  });

  test('in the text part of a letter are left as they are', () => {
    const renderer = rendererWith({ 'mail/hello.txt.hbs': 'Dzień dobry, {{name}}' });
    expect(renderer.text('mail/hello', { name: 'Ona & Jonas' })).toBe('Dzień dobry, Ona & Jonas');
  });
});

describe('a view', () => {
  test('that names an unknown helper or is not closed stops the build and is named', () => {
    expect(() => checkViews(viewsWith({ 'calls/show.hbs': '{{shout title}}' }))).toThrow(
      /shout.*\n {2}in views\/calls\/show\.hbs/,
    );
    expect(() => checkViews(viewsWith({ 'calls/_row.hbs': '{{#if sum}}' }))).toThrow(
      /Parse error[\s\S]*\n {2}in views\/calls\/_row\.hbs/,
    );
    checkViews(ownViews);
  });

  test('that wants a partial nobody wrote stops the start and is named', () => {
    expect(() => rendererWith({ 'calls/show.hbs': '{{> feild name="x"}}' })).toThrow(
      'views/calls/show.hbs wants a partial feild',
    );
  });

  test('that prints a missing field says which and where, through its partials', () => {
    const renderer = rendererWith({ 'calls/_row.hbs': '{{sum}}', 'calls/show.hbs': '{{> calls/row call}}' });
    expect(() => renderer.page('calls/show', { call: { name: 'Konkurs' } }, chrome)).toThrow(
      /"sum" not defined.*\n {2}in views\/calls\/_row\.hbs\n {2}in views\/calls\/show\.hbs/,
    );
  });

  test('hands a partial only what it names, never its own fields', () => {
    const views = { '_it.hbs': '{{> field name="title" label="Tytuł"}}' };
    const html = rendererWith(views).fragment('/it', {
      error: 'Obcy błąd',
      value: 'Obca wartość',
      hint: 'Obca wskazówka',
    });
    expect(html).toContain('Tytuł');
    expect(html).not.toMatch(/Obc/);
  });

  test('wraps its own words in a block', () => {
    const html = rendered('{{#note kind="warn" title="Uwaga"}}<p>{{title}}</p>{{/note}}', { title: 'Tytuł strony' });
    expect(html).toContain('note--warn');
    expect(html).toMatch(/note__head">Uwaga<\/p>\s*<p>Tytuł strony<\/p>/);
  });

  test('that means a field but names a helper is told so', () => {
    expect(() => rendered('{{text}}', { text: 'x' })).toThrow('a field of this name is written this.text');
    expect(() => rendered('{{note}}', { note: 'x' })).toThrow('a field of this name is written {{this.note}}');
  });

  test('breaks no line after „w” or inside a date', () => {
    const html = rendered(
      '<p title="a b">Zapisy w bibliotece i\n  w domu, 15 marca 2024 r.</p>{{> tag text="do 3 maja o szóstej"}}',
    );
    expect(html).toContain(
      '<p title="a b">Zapisy w\u00a0bibliotece i\u00a0w\u00a0domu, 15\u00a0marca 2024\u00a0r.</p>',
    );
    expect(html).toContain('do 3\u00a0maja o\u00a0szóstej');
    expect(rendered('{{words name}}', { name: 'Wyniki i lista z nr 7' })).toBe('Wyniki i\u00a0lista z\u00a0nr\u00a07');
    expect(rendered('{{> checkbox name="where" label="Spotkania w domu" value="w domu"}}')).toContain('value="w domu"');
  });
});

describe('a form', () => {
  test('carries the token of the session and a once-token of its own', () => {
    const tokens = ['first', 'second', 'third'];
    const views = { 'two.hbs': '{{#form action="/a"}}{{/form}}{{#form action="/b"}}{{/form}}' };
    const renderer = rendererWith(views, { once: () => tokens.shift() ?? 'spent' });
    const html = renderer.page('two', {}, { ...chrome, person: null });
    expect([...html.matchAll(/name="_once" value="(\w+)"/g)].map((match) => match[1])).toEqual(['first', 'second']);
    expect(html.match(/name="_csrf" value="token-of-birute"/g)).toHaveLength(2);
  });

  test('gets once-tokens that cannot be guessed', () => {
    const html = rendered('{{#form action="/a"}}{{/form}}{{#form action="/b"}}{{/form}}');
    const tokens = [...html.matchAll(/name="_once" value="([\w-]+)"/g)].map((match) => match[1]);
    expect(new Set(tokens).size).toBe(2);
    expect(tokens.every((token) => token?.length === 24)).toBe(true);
  });

  test('that only asks carries none', () => {
    expect(rendered('{{#form action="/szukaj" method="get"}}{{/form}}')).not.toMatch(/_csrf|_once/);
  });

  test('is not drawn at all where there is no token to put in', () => {
    const renderer = rendererWith({ '_it.hbs': '{{#form action="/a"}}{{/form}}' });
    expect(() => renderer.fragment('/it', {})).toThrow(/"csrf" not defined/);
  });

  test('passes on what htmx and autosave need', () => {
    const html = rendered(
      '{{#form action="/a" class="stack" hx-post="/a" data-autosave="/a/szkic" data-sign-out=true}}{{/form}}',
    );
    const opening = html.match(/<form [^>]*>/)?.[0] ?? '';
    expect(opening.slice('<form '.length, -1).split(' ').sort()).toEqual(
      [
        'method="post"',
        'action="/a"',
        'class="stack"',
        'hx-post="/a"',
        'data-autosave="/a/szkic"',
        'data-sign-out',
        'novalidate',
      ].sort(),
    );
  });
});

describe('a field', () => {
  test('is wired to its label, hint, error and count', () => {
    const html = rendered(
      '{{> textarea name="costs[2][why]" label="Po co" hint="Krótko." error="Napisz choć zdanie." maxlength=600 value="Ona"}}',
    );
    expect(html).toContain('<label class="label" for="costs-2-why">Po co</label>');
    expect(html).toContain(
      'aria-describedby="costs-2-why-hint costs-2-why-error costs-2-why-count" aria-invalid="true"',
    );
    const described = ['hint', 'error', 'count'].map((part) => `id="costs-2-why-${part}"`);
    for (const id of described) expect(html).toContain(id);
    expect(html).toContain('Najwyżej 600 znaków');
    expect(html).toMatch(/<textarea[^>]*>\nOna<\/textarea>/);
    expect(html).not.toMatch(/<textarea[^>]*maxlength/);
  });

  test('of choices marks the chosen one, whatever its type', () => {
    const options = [
      { value: 1, label: 'druk' },
      { value: 2, label: 'wynajem' },
    ];
    const select = rendered('{{> select name="kind" label="Rodzaj" options=options value="2"}}', { options });
    expect(select.match(/<option[^>]* selected>\w+/g)).toEqual(['<option value="2" selected>wynajem']);
    const none = rendered('{{> radios name="kind" label="Rodzaj" options=options}}', { options });
    expect(none).not.toContain('checked');
    const both = rendered('{{> checkboxes name="kind" label="Rodzaj" options=options values=(list 1 2)}}', { options });
    expect(both.match(/ checked>/g)).toHaveLength(2);
  });

  test('of a day shows a stored day as people write it and a typed one untouched', () => {
    expect(rendered('{{> date-field name="on" label="Kiedy" value="2024-06-15"}}')).toContain('value="15.06.2024"');
    expect(rendered('{{> date-field name="on" label="Kiedy" value="15 czerwca"}}')).toContain('value="15 czerwca"');
  });
});

describe('figures and dates', () => {
  test('are written the Polish way', () => {
    const source =
      '{{money 1234567}}|{{amount 50}}|{{quantity 2500}}|{{number 12000}}|{{day "2024-03-15"}}|{{moment "2024-03-15T14:00:00.000Z"}}|' +
      '{{range "2024-05-06" "2024-09-14"}}|{{counted 22 "wniosek" "wnioski" "wniosków"}}|{{plural 5 "wniosek" "wnioski" "wniosków"}}|' +
      '{{fileSize 214300}}|{{fileSize 1840000}}|{{fileSize 12}}';
    expect(rendered(source).replaceAll('\u00a0', ' ').split('|')).toEqual([
      '12 345,67 zł',
      '0,50',
      '2,5',
      '12 000',
      '15 marca 2024 r.',
      '15 marca 2024 r., godz. 15.00',
      '6 maja – 14 września 2024 r.',
      '22 wnioski',
      'wniosków',
      '214 kB',
      '1,8 MB',
      '1 kB',
    ]);
  });

  test('refuse an amount that is not whole grosze', () => {
    expect(() => rendered('{{money sum}}', { sum: 12.5 })).toThrow('{{money}} was given 12.5');
    expect(() => rendered('{{money sum}}', { sum: null })).toThrow('{{money}} was given no plain value');
  });

  test('of a bar are parts of the whole; what is over shows at its end', () => {
    const bar = rendered('{{> bar label="Wydane 90%" spent=900 held=300 small=true}}');
    expect(bar).toContain(
      '<rect fill="url(#hatch)" x="180" width="20" height="12"/><rect class="bar__spent" width="180"',
    );
    expect(rendered('{{> bar label="Za dużo" spent=1300 over=true}}')).toMatch(
      /bar__spent" width="1000".*bar__over" x="960" width="40"/,
    );
  });
});

test('conditions agree with Handlebars about what is empty', () => {
  const source =
    '{{#if (and a b)}}1{{/if}}{{#if (or none b)}}2{{/if}}{{#if (not none)}}3{{/if}}{{#if (eq a 1)}}4{{/if}}{{opt gone "x"}}{{opt wrong "rows" 2 "price"}}';
  const data = { a: 1, b: ['Punia'], none: [], gone: undefined, wrong: { 'rows.2.price': '5' } };
  expect(rendered(source, data)).toBe('12345');
});

test('links to pages show the ends and the neighbours, and nothing for one page', () => {
  const { items, previous, next } = pageLinks(5, 9, (page) => `/?strona=${page}`);
  expect(items.map((item) => ('gap' in item ? '…' : item.number))).toEqual([1, '…', 4, 5, 6, '…', 9]);
  expect([previous, next]).toEqual(['/?strona=4', '/?strona=6']);
  expect(pageLinks(1, 1, String).items).toEqual([]);
});

describe('static files', () => {
  const staticDir = join(root, 'static');

  test('change their address when any of them changes', () => {
    const copy = mkdtempSync(join(tmpdir(), 'static-'));
    folders.push(copy);
    cpSync(staticDir, copy, { recursive: true });
    const before = readAssets(copy);
    expect(before.prefix).toBe(readAssets(staticDir).prefix);
    writeFileSync(join(copy, 'js', 'busy.js'), '// empty');
    const after = readAssets(copy);
    expect(after.url('style.css')).not.toBe(before.url('style.css'));
    expect(after.url('style.css')).toBe(`${after.prefix}style.css`);
    expect(() => after.url('secret.txt')).toThrow('no static file secret.txt');
  });

  test('are all there that the stylesheets and modules ask for', () => {
    const assets = readAssets(staticDir);
    const css = readFileSync(join(staticDir, 'fonts.css'), 'utf8') + readFileSync(join(staticDir, 'style.css'), 'utf8');
    const asked = [...css.matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
    expect(asked).toHaveLength(8);
    expect(asked.filter((name) => !assets.has(name))).toEqual([]);
    expect(assetFiles.filter((file) => readFileSync(file.file).length < 1000)).toEqual([]);
  });

  test('hold letters of Polish and Lithuanian in every face', () => {
    const css = readFileSync(join(staticDir, 'fonts.css'), 'utf8');
    const ranges = [...css.matchAll(/font-family: "([^"]+)".*weight: (\d+)[\s\S]*?unicode-range: ([^;]+);/g)];
    for (const face of ['Source Serif 4 400', 'Source Serif 4 600', 'Source Sans 3 400', 'Source Sans 3 600']) {
      const covered = ranges
        .filter(([, family, weight]) => `${family} ${weight}` === face)
        .flatMap(([, , , range = '']) => range.split(', '))
        .map((part) => part.replace('U+', '').split('-'))
        .map(([from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const);
      const letters = [...'ąćęłńóśźżĄĆĘŁŃÓŚŹŻčėįšųūžČĖĮŠŲŪŽ„”–§'];
      const missing = letters.filter((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        return !covered.some(([from, to]) => code >= from && code <= to);
      });
      expect([face, missing]).toEqual([face, []]);
    }
  });

  test('draw the call as the page does', () => {
    const drawing = (svg: string) => [...svg.matchAll(/ (?:d|cx|cy|r|x|y|width|height|transform)="[^"]*"/g)].join('');
    const file = readFileSync(join(staticDir, 'call-picture.svg'), 'utf8').replace(/ width="100%"/, '');
    const partial = readFileSync(join(ownViews, 'partials', '_call-picture.hbs'), 'utf8');
    expect(drawing(partial)).toBe(drawing(file));
    expect(drawing(file).length).toBeGreaterThan(2000);
  });
});
