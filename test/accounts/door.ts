import { sql } from 'drizzle-orm';
import type { Deps } from '../../src/deps.ts';
import { openDoor } from '../../src/features/accounts/links.ts';

/** The path and code that the newest letter to this address will hold when it is sent. */
export function doorIn(deps: Deps, address: string): { path: string; code: string } {
  const letter = deps.db.get<{ linkId: number }>(
    sql`select link_id as linkId from letters where to_address = ${address} and link_id is not null order by id desc`,
  );
  const door = letter === undefined ? undefined : openDoor(deps)(letter.linkId);
  if (door === undefined) throw new Error(`no letter to ${address} opens a door`);
  return { path: new URL(door.url).pathname, code: door.code };
}

/** Another six digits. */
export function wrongCode(code: string): string {
  return code === '000000' ? '111111' : '000000';
}

/** What the history says, newest last. */
export function happenings(deps: Deps, from = 0): string[] {
  return deps.db
    .all<{ what: string }>(sql`select what from events where id > ${from} order by id`)
    .map((event) => event.what);
}

export function lastEvent(deps: Deps): number {
  return deps.db.get<{ id: number }>(sql`select coalesce(max(id), 0) as id from events`)?.id ?? 0;
}

/** What a reader sees, hard spaces as spaces. */
export function words(page: { text: string }): string {
  return page.text.replaceAll('\u00a0', ' ');
}
