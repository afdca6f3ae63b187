import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { fastify } from 'fastify';
import Handlebars from 'handlebars';
import { readActor } from '../../src/features/accounts/queries.ts';
import { readCall } from '../../src/features/calls/queries.ts';
import { rankingPage } from '../../src/features/ranking/pages/ranking.ts';
import { systemClock } from '../../src/lib/clock.ts';

// `floor-ranking.ts DATA_DIR PERSON CALL`: every read of the product's page, prepared once, and one compiled template over rows ranked beforehand.
const [dataDir = '', personId = '', callId = ''] = process.argv.slice(2);
const database = new SqliteDatabase(join(dataDir, 'oddolnie.sqlite'), { readonly: true });
const { read, shown } = preparedReads();

// Rows marked up as the product's are; values as they are stored.
const page = Handlebars.compile(`<!DOCTYPE html>
<html lang="pl"><head><meta charset="utf-8"><title>Ranking</title></head><body><main><h1>Ranking wniosków</h1>
<table class="table cards print-wide" role="table"><tbody role="rowgroup">{{#each rows}}<tr role="row"><td role="cell" class="rank-cell rank">{{place}}</td>
<th role="rowheader" scope="row"><a href="{{details.href}}">{{details.title}}</a><br><span class="sub">{{code}}, {{details.applicant}}; {{details.cardsText}}</span></th>
<td role="cell" class="num pts" data-label="Punkty">{{details.points}}</td>
<td role="cell" class="is-mid" data-label="Rozrzut punktów"><span><svg class="dots" viewBox="0 0 144 18" role="img" aria-label="{{#each details.spread.totals}}{{this}}, {{/each}}"><line x1="4" y1="9" x2="140" y2="9"/>{{#each details.spread.dots}}<circle cx="{{this}}" cy="9" r="3.5"/>{{/each}}<line class="mean" x1="{{details.spread.mean}}" y1="1" x2="{{details.spread.mean}}" y2="17"/></svg><span class="sub">od {{details.spread.least}} do {{details.spread.most}}</span></span></td>
<td role="cell" class="num" data-label="Wnioskowana, zł">{{requested}}</td><td role="cell" class="num" data-label="Narastająco, zł">{{running}}</td></tr>
{{/each}}</tbody></table></main></body></html>`);

const server = fastify();
server.get('/', (_request, reply) => {
  read();
  return reply.type('text/html; charset=utf-8').send(page({ rows: shown }));
});
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);

/** Whatever texts the product's page asks for this person, caught by a reader that notes them. */
function preparedReads(): { read: () => void; shown: readonly unknown[] } {
  const dialect = new SQLiteSyncDialect();
  const asked: { statement: SqliteDatabase.Statement; params: unknown[] }[] = [];
  const rows = <Row>(query: SQL) => {
    const { sql, params } = dialect.sqlToQuery(query);
    const statement = database.prepare(sql);
    asked.push({ statement, params });
    return statement.all(...params) as Row[];
  };
  const reader = { all: rows, get: <Row>(query: SQL) => rows<Row>(query)[0] };
  const actor = readActor(reader, Number(personId));
  const call = readCall(reader, Number(callId));
  if (actor === undefined || call === undefined) throw new Error(`There is no person ${personId} or call ${callId}`);
  const { funded, reserve, below } = rankingPage(reader, actor, call, {}, systemClock.now()).groups;
  return {
    read: () => {
      for (const { statement, params } of asked) statement.all(...params);
    },
    shown: [...funded, ...reserve, ...below],
  };
}
