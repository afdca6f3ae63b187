import { describe, expect, test } from 'vitest';
import { importCycles, unresolvedImports } from './imports.ts';
import { impureCores, wrongImports } from './layers.ts';
import { foreignWrites, rawWrites } from './ownership.ts';
import { dissect, type Source } from './source.ts';
import { unsafeMarkup } from './views.ts';
import { emptyNames, longFiles, ownNamesIn, sideDoors, strayPolish } from './words.ts';

/** Sources planted to prove that a rule bites: path → text. */
function planted(files: Record<string, string>): Source[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

describe('reading source text', () => {
  test('comments, strings, templates and regular expressions are not code', () => {
    const { code, literals } = dissect(`a(); // b()
/* c() */ const s = 'd()' + \`e(\${f('g()')}h)\` + x / 2 / y;
if (/[/'"]k()/.test(s)) l();`);
    expect(code.replace(/\s+/g, ' ')).toBe(`a(); const s = ' ' + \` \${f(' ')} \` + x / 2 / y; if (/ /.test(s)) l();`);
    expect(literals.map(({ content }) => content)).toEqual(['d()', 'e(?h)', 'g()']);
  });
});

describe('imports', () => {
  test('flow down the two rivers', () => {
    const caught = wrongImports(
      planted({
        'src/lib/money.ts': "import type { Tx } from '../db/connection.ts';",
        'src/files/store.ts': "import '../jobs/queue.ts';",
        'src/web/visit.ts': "import { people } from '../features/accounts/queries.ts';",
        'src/mail/write.ts': "import type { Deps } from '../deps.ts';",
        'src/features/calls/commands.ts': "export { award } from '../decisions/commands.ts';",
        'src/features/desk/queries.ts': "import { routes } from '../calls/routes.ts';",
        'src/features/desk/routes.ts': "import { letters } from '../calls/letters.ts';",
        'src/features/calls/queries.ts': "import { paths } from './routes.ts';",
        'src/features/jury/commands.ts': "const story = await import('../../demo/story.ts');",
        'src/app.ts': "import type { Config } from './config.ts';",
        'src/seed/library.ts': "import { createApp } from '../app.ts';",
        'src/demo/house.ts': "import { readConfig } from '../config.ts';",
        'src/features/desk/texts.ts': "import { stages } from '../../demo/stages.ts';",
        'src/tools/money.ts': '',
      }),
    );
    expect(caught).toEqual([
      'src/tools/money.ts:1 stands in no room of the house',
      'src/lib/money.ts:1 imports against the river: src/db/connection.ts',
      'src/files/store.ts:1 imports against the river: src/jobs/queue.ts',
      'src/web/visit.ts:1 imports against the river: src/features/accounts/queries.ts',
      'src/mail/write.ts:1 imports against the river: src/deps.ts',
      'src/features/calls/commands.ts:1 imports against the river: src/features/decisions/commands.ts',
      'src/features/desk/queries.ts:1 routes, letters and documents of a feature are gathered only by app.ts: src/features/calls/routes.ts',
      'src/features/desk/routes.ts:1 routes, letters and documents of a feature are gathered only by app.ts: src/features/calls/letters.ts',
      'src/features/calls/queries.ts:1 only app.ts imports routes: src/features/calls/routes.ts',
      'src/features/jury/commands.ts:1 seed and demo are imported only by main.ts and app.ts: src/demo/story.ts',
      'src/app.ts:1 only main.ts reads config.ts: src/config.ts',
      'src/seed/library.ts:1 nobody below imports the head of the house: src/app.ts',
      'src/demo/house.ts:1 only main.ts reads config.ts: src/config.ts',
      'src/features/desk/texts.ts:1 seed and demo are imported only by main.ts and app.ts: src/demo/stages.ts',
    ]);
    expect(
      wrongImports(
        planted({
          'src/main.ts': "import { config } from './config.ts'; import { seed } from './seed/library.ts';",
          'src/app.ts':
            "import { routes } from './features/calls/routes.ts'; import { presets } from './seed/presets.ts';",
          'src/features/calls/routes.ts': "import { text } from './texts.ts'; import { page } from './routes/edit.ts';",
          'src/features/calls/commands.ts': "import { letter } from './letters.ts'; import '../budgets/commands.ts';",
          'src/demo/story.ts': "import { library } from '../seed/library.ts';",
          'src/demo/house.ts': "import { createApp } from '../app.ts';",
          'src/demo/main.ts': "import { readConfig } from '../config.ts';",
        }),
      ),
    ).toEqual([]);
  });

  test('never run in a circle, types included', () => {
    const caught = importCycles(
      planted({
        'src/lib/a.ts': "import { b } from './b.ts';",
        'src/lib/b.ts': "import type { C } from './c.ts';",
        'src/lib/c.ts': "type A = import('./a.ts').A;",
        'src/lib/d.ts': "import { a } from './a.ts'; import { b } from './b.ts';",
      }),
    );
    expect(caught).toEqual(['circle: src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts']);
  });

  test('lead to a file', () => {
    const caught = unresolvedImports(planted({ 'src/lib/a.ts': "import { b } from './b.ts';\nimport 'node:fs';" }));
    expect(caught).toEqual(['src/lib/a.ts:1 leads to no file: ./b.ts']);
  });

  test('of a lifecycle or a policy reach nothing but pure files', () => {
    const caught = impureCores(
      planted({
        'src/features/calls/lifecycle.ts':
          "import { transitions } from '../../lib/transitions.ts';\nimport { State, calls } from '../../db/schema/calls.ts';\nimport { rows } from './rows.ts';",
        'src/features/calls/rows.ts': "import { readFileSync } from 'node:fs';",
        'src/features/calls/policy.ts': "import type { Clock } from '../../lib/clock.ts';",
        'src/features/jury/policy.ts':
          "import type { State } from '../../db/schema/jury.ts';\nimport { may } from '../calls/rules.ts';",
        'src/features/calls/rules.ts': "import { sum } from '../../lib/money.ts';",
      }),
    );
    expect(caught).toEqual([
      'src/features/calls/lifecycle.ts:2 a pure core reaches src/db/schema/calls.ts',
      'src/features/calls/rows.ts:1 a pure core reaches node:fs',
      'src/features/calls/policy.ts:1 a pure core is given the time',
    ]);
  });
});

describe('tables', () => {
  test('are written only by their room', () => {
    const caught = foreignWrites(
      planted({
        'src/features/jury/commands.ts': `import { calls } from '../../db/schema/calls.ts';
import { recusals, members as people } from '../../db/schema/jury.ts';
tx.orm.insert(recusals).values({}).run();
tx.orm.update(people).set({}).run();
tx.orm
  .delete(calls)
  .run();
createHash('sha256').update(calls2).digest();
seen.delete(key);
tx.orm.insert(table).values({}).run();`,
        'src/seed/library.ts': "import * as s from '../db/schema/calls.ts';\norm.insert(s.calls).values({});",
        'src/jobs/queue.ts': "import { jobs } from '../db/schema/jobs.ts';\ntx.orm.insert(jobs).values({});",
      }),
    );
    expect(caught).toEqual([
      'src/features/jury/commands.ts:5 writes a table of calls: calls',
      'src/features/jury/commands.ts:10 writes a table it did not import from its own schema: table',
      'src/seed/library.ts:2 writes a table of calls: s',
    ]);
  });

  test('are only read by SQL text', () => {
    const caught = rawWrites(
      planted({
        'src/features/calls/commands.ts': `tx.all(sql\`insert into calls (id) values (\${id})\`);
const text = 'DELETE  FROM calls';
db.get(sql\`update calls set state = 'open' returning id\`);
db.get<Row>(sql\`pragma user_version\`);
db.raw.exec('x');
orm.run(sql\`select 1\`);
db.all(sql\`with open as (select 1) select \${x} from open\`);
const condition = sql\`exists (select 1 from calls where updated_at > \${now})\`;`,
        'src/db/migrate.ts': "raw.exec('insert into migrations values (1)');",
      }),
    );
    expect(caught).toEqual([
      'src/features/calls/commands.ts:1 raw SQL text is for reading',
      'src/features/calls/commands.ts:2 raw SQL text is for reading',
      'src/features/calls/commands.ts:3 raw SQL text is for reading',
      'src/features/calls/commands.ts:1 a query begins with select or with',
      'src/features/calls/commands.ts:3 a query begins with select or with',
      'src/features/calls/commands.ts:4 a query begins with select or with',
      'src/features/calls/commands.ts:5 the bare connection belongs to src/db',
      'src/features/calls/commands.ts:6 the bare connection belongs to src/db',
    ]);
  });
});

describe('words', () => {
  test('are Polish only where people read them', () => {
    const files = planted({
      'src/features/calls/forms.ts':
        "const a = 1;\nconst error = 'Podaj kwotę';\n/* „Błąd:”, „sobota\nwolna” */ // błąd",
      'src/features/calls/texts.ts': "const open = 'Nabór otwarty';",
      'src/lib/identifiers.ts': 'const letters = /[ąć]/;',
      'static/js/upload.js': "alert('Za duży plik');",
    });
    expect(strayPolish(files, ['src/lib/identifiers.ts'])).toEqual([
      "src/features/calls/forms.ts:2 Polish: const error = 'Podaj kwotę';",
      'src/features/calls/forms.ts:4 Polish: */ // błąd',
      "static/js/upload.js:1 Polish: alert('Za duży plik');",
    ]);
  });

  test('name no programme, funder or town', () => {
    const files = planted({
      'src/features/reports/texts.ts': "const title = 'Sprawozdanie dla NCK';\nconst near = 'blisko domu';",
      'views/layouts/page.hbs': '<p>Biblioteka w Sejnach, program „BLISKO”, nck.pl</p>',
      'src/seed/library.ts': "const town = 'Sejny';",
      'src/lib/text.ts': 'const truncked = 1; // sejm',
    });
    expect(ownNamesIn(files)).toEqual([
      'src/features/reports/texts.ts:1 NCK belongs in data',
      'views/layouts/page.hbs:1 BLISKO belongs in data',
      'views/layouts/page.hbs:1 nck belongs in data',
      'views/layouts/page.hbs:1 Sejnach belongs in data',
    ]);
  });

  test('say something', () => {
    const files = planted({
      'src/lib/utils.ts': '',
      'src/features/calls/commands.ts': `class CallManager {}
function handleSubmit() {}
const processRow = (row) => row;
  handlePost(request) {
  }
export * from './queries.ts';
const luck = Math.random();
// TODO later
const handled = process(row);`,
    });
    expect(emptyNames(files)).toEqual([
      'src/lib/utils.ts:1 utils says nothing',
      'src/features/calls/commands.ts:1 CallManager says nothing',
      'src/features/calls/commands.ts:2 function handleSubmit says nothing',
      'src/features/calls/commands.ts:3 const processRow says nothing',
      'src/features/calls/commands.ts:4 handlePost(request) { says nothing',
      'src/features/calls/commands.ts:6 export * is a barrel',
      'src/features/calls/commands.ts:7 Math.random is not the randomness of deps',
      'src/features/calls/commands.ts:8 TODO stands for unfinished work',
    ]);
  });
});

describe('doors', () => {
  test('the environment and the time come in by one each', () => {
    const files = planted({
      'src/features/calls/queries.ts': `const a = process.env.HOME;
const b = new Date();
const c = Date.now();
const d = new Date(text);
const e: Date = d; // new Date()
const f = new Date;
const g = Temporal.Now.instant();`,
      'src/main.ts': 'const config = readConfig(process.env);',
      'src/lib/clock.ts': 'const now = Date.now();',
    });
    expect(sideDoors(files)).toEqual([
      'src/features/calls/queries.ts:1 only main.ts gives config.ts the environment',
      'src/features/calls/queries.ts:2 only lib/clock.ts asks what time it is',
      'src/features/calls/queries.ts:3 only lib/clock.ts asks what time it is',
      'src/features/calls/queries.ts:6 only lib/clock.ts asks what time it is',
      'src/features/calls/queries.ts:7 only lib/clock.ts asks what time it is',
    ]);
  });
});

describe('files', () => {
  test('fit in a head', () => {
    const long = { path: 'src/lib/money.ts', text: 'a;\n'.repeat(251) };
    const short = { path: 'src/lib/days.ts', text: 'a;\n'.repeat(250) };
    expect(longFiles([long, short])).toEqual(['src/lib/money.ts has 251 lines, over 250']);
  });
});

describe('views', () => {
  test('hold nothing a strict policy refuses and print nothing unescaped', () => {
    const files = planted({
      'views/calls/list.hbs': `<p style="color:red">{{{name}}}</p>
<button type="submit" onclick="go()">Dalej</button>
<script>go()</script>
<a href="javascript:go()">x</a>
<input value={{name}}>
<p hx-on:click="go()" hx-trigger="click[ctrlKey]">{{& name}}</p>
<style>p { color: red }</style>
{{> field name=title}} <input name="when" value="{{on}}"> on = style = `,
      'views/layouts/page.hbs': '<script src="/static/htmx.js" defer></script>{{{body}}}',
      'views/mail/letter.hbs': '<td style="padding:8px">{{text}}</td>',
    });
    expect(unsafeMarkup(files).map((found) => found.replace(/: .*/, ''))).toEqual([
      'views/calls/list.hbs:7 inline style',
      'views/calls/list.hbs:3 inline script',
      'views/calls/list.hbs:2 inline event attribute',
      'views/calls/list.hbs:6 htmx feature that evaluates text',
      'views/calls/list.hbs:6 htmx feature that evaluates text',
      'views/calls/list.hbs:4 script address',
      'views/calls/list.hbs:5 unquoted attribute',
      'views/calls/list.hbs:1 unescaped output',
      'views/calls/list.hbs:6 unescaped output',
      'views/calls/list.hbs:1 inline style',
    ]);
  });
});
