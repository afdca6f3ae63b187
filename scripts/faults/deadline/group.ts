import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../../src/lib/days.ts';
import { formsOf, textOf } from '../../../test/support/html.ts';
import type { SectionFields } from './model.ts';

export interface Group {
  readonly n: number;
  /** Its leader is signed in, the address confirmed. */
  readonly cookie: string;
  /** 200 kB like no other group's. */
  readonly file: Buffer<ArrayBuffer>;
}

/** How it ended for one group, as the group was told. */
export type Told =
  | {
      readonly kind: 'acknowledged';
      readonly applicationId: number;
      readonly code: string;
      readonly milliseconds: number;
    }
  /** Turned away, the deadline being past. */
  | { readonly kind: 'late' };

export interface Place {
  readonly url: string;
  readonly callId: number;
  /** The deadline, on this machine's clock. */
  readonly closesAt: Instant;
  readonly sections: SectionFields;
}

const lastSection = 'oswiadczenia';

/** Time for a server that was ended to stand again. */
const patienceMs = 30_000;

/** A group begins an application and writes every section of it, as a browser does. Returns the number in its address. */
export async function draft(place: Place, group: Group): Promise<number> {
  const page = await ask(place, group, `/wnioski/nowy?nabor=${place.callId}`);
  const form = formsOf(page.body).find(({ action }) => action === '/wnioski/nowy');
  const sent = new URLSearchParams([...(form?.filled ?? []), ['kind', 'informal_group']]);
  const answer = await ask(place, group, '/wnioski/nowy', sent);
  const [, id = ''] = /^\/wnioski\/(\d+)\//.exec(answer.location ?? '') ?? [];
  if (id === '') throw new Error(`No application can be begun: ${page.status}, ${answer.status}`);
  for (const section of Object.keys(place.sections)) await write(place, group, Number(id), section);
  return Number(id);
}

/**
 * The last minute of a group: it writes in a section once more, adds its file and sends. When the server goes away in the middle it comes back,
 * as people do, and goes on from what it finds: it trusts nothing but what it was told.
 */
export async function sendInTime(place: Place, group: Group, id: number): Promise<Told> {
  const giveUp = performance.now() + patienceMs;
  for (;;) {
    try {
      return await sent(place, group, id);
    } catch (error) {
      if (!(error instanceof Away) || performance.now() > giveUp) throw error;
      await pause(50);
    }
  }
}

/** The server did not answer, or said that a form sent before the break was left unfinished. */
class Away extends Error {}

async function sent(place: Place, group: Group, id: number): Promise<Told> {
  const home = await ask(place, group, `/wnioski/${id}`);
  if (home.body.includes(`/wnioski/${id}/potwierdzenie`)) return acknowledged(place, group, id, 0);
  await write(place, group, id, lastSection);
  await attach(place, group, `/wnioski/${id}/czesci/zalaczniki`);
  return submit(place, group, id);
}

/** Opens a section and saves it whole, as autosave does. */
async function write(place: Place, group: Group, id: number, section: string): Promise<void> {
  const path = `/wnioski/${id}/czesci/${section}`;
  const page = await ask(place, group, path);
  const form = formsOf(page.body).find(({ action }) => action === path);
  if (form === undefined) throw new Error(`${path} answered ${page.status} without its form`);
  const tokens = form.filled.filter(([name]) => ['_csrf', 'seen', 'page', 'step'].includes(name));
  const title: [string, string][] = form.names.has('title') ? [['title', `Czytanie nr ${group.n}`]] : [];
  const fields = [...(place.sections[section] ?? []), ...title, ...tokens].map(([name, value]) => [name, value]);
  const answer = await ask(place, group, `${path}/szkic`, new URLSearchParams(fields));
  if (answer.status !== 200) throw new Error(`${path} was not saved: ${answer.status}\n${answer.body}`);
}

async function attach(place: Place, group: Group, path: string): Promise<void> {
  const name = `plan-${group.n}.pdf`;
  const page = await ask(place, group, path);
  if (page.body.includes(name)) return;
  const form = formsOf(page.body).find(({ action, multipart }) => action === path && multipart);
  if (form === undefined) throw new Error(`${path} answered ${page.status} without its form`);
  const body = new FormData();
  for (const [field, value] of form.filled) body.append(field, value);
  body.append('file', new Blob([group.file], { type: 'application/pdf' }), name);
  const answer = await ask(place, group, path, body);
  if (answer.status !== 303) throw new Away(`${path} answered ${answer.status}`);
}

async function submit(place: Place, group: Group, id: number): Promise<Told> {
  const page = await ask(place, group, `/wnioski/${id}/czesci/sprawdz`);
  const action = `/wnioski/${id}/zlozenie`;
  const form = formsOf(page.body).find((one) => one.action === action);
  if (form === undefined) {
    if (isPast(place)) return { kind: 'late' };
    throw new Error(`${action} cannot be sent: ${page.status}\n${textOf(page.body)}`);
  }
  const started = performance.now();
  const answer = await ask(place, group, action, new URLSearchParams(form.filled));
  const milliseconds = performance.now() - started;
  if (answer.location === `/wnioski/${id}/potwierdzenie`) return acknowledged(place, group, id, milliseconds);
  if (answer.status === 422 && isPast(place)) return { kind: 'late' };
  throw new Away(`${action} answered ${answer.status}`);
}

const isPast = ({ closesAt }: Place) => new Date().toISOString() >= closesAt;

/** The receipt with the number on it is the acknowledgement. */
async function acknowledged(place: Place, group: Group, applicationId: number, milliseconds: number): Promise<Told> {
  const { body } = await ask(place, group, `/wnioski/${applicationId}/potwierdzenie`);
  const [code] = /[A-Z]+\/\d{4}\/\d{2,}/.exec(textOf(body)) ?? [];
  if (code === undefined) throw new Error(`The receipt of ${applicationId} has no number`);
  return { kind: 'acknowledged', applicationId, code, milliseconds };
}

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

async function ask(
  { url }: Place,
  { cookie }: Group,
  path: string,
  body?: URLSearchParams | FormData,
): Promise<Answer> {
  let answer: Answer;
  try {
    const got = await fetch(url + path, {
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    answer = { status: got.status, location: got.headers.get('location') ?? undefined, body: await got.text() };
  } catch (error) {
    throw new Away(`${path} was not answered: ${String(error)}`);
  }
  if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}\n${textOf(answer.body)}`);
  return answer;
}
