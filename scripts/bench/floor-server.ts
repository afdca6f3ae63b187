import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { fastify } from 'fastify';
import Handlebars from 'handlebars';
import { readActor } from '../../src/features/accounts/queries.ts';
import { listSubmitted } from '../../src/features/applications/queries.ts';

// `floor-server.ts DATA_DIR PERSON CALL`: the product's own query prepared once, one compiled template, and nothing else.
const [dataDir = '', personId = '', callId = ''] = process.argv.slice(2);
const database = new SqliteDatabase(join(dataDir, 'oddolnie.sqlite'), { readonly: true });
const statement = preparedList();

// Rows marked up as the product's are; values as they are stored.
const page = Handlebars.compile(`<!DOCTYPE html>
<html lang="pl"><head><meta charset="utf-8"><title>Wnioski</title></head><body><main><h1>Wnioski</h1>
<table class="table cards" role="table"><tbody role="rowgroup">{{#each rows}}<tr role="row"><th role="rowheader" scope="row"><a href="/wnioski/{{id}}">{{title}}</a></th>\
<td role="cell" data-label="Numer"><span class="sig">{{callCode}}/{{year}}/{{number}}</span></td><td role="cell" data-label="Kto składa">{{groupName}}</td>\
<td role="cell" data-label="Wpłynął">{{submittedAt}}</td><td role="cell" class="num is-main" data-label="Kwota, zł">{{requestedGrosze}}</td>\
<td role="cell" data-label="Stan"><span class="tag">{{state}}</span></td></tr>
{{/each}}</tbody></table></main></body></html>`);

const server = fastify();
server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page({ rows: statement() })));
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);

/** Whatever text the product's list asks for this person, caught by a reader that notes it. */
function preparedList(): () => unknown[] {
  const dialect = new SQLiteSyncDialect();
  let last: { sql: string; params: unknown[] } = { sql: '', params: [] };
  const rows = <Row>(query: SQL) => {
    last = dialect.sqlToQuery(query);
    return database.prepare(last.sql).all(...last.params) as Row[];
  };
  const reader = { all: rows, get: <Row>(query: SQL) => rows<Row>(query)[0] };
  const actor = readActor(reader, Number(personId));
  if (actor === undefined) throw new Error(`There is no person ${personId}`);
  listSubmitted(reader, actor, Number(callId));
  const list = database.prepare(last.sql);
  const { params } = last;
  return () => list.all(...params);
}
