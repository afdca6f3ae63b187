import type { Answering } from './client.ts';

/** Answers as the server at this origin does, over a real connection; redirects are not followed. */
export function overHttp(origin: string): Answering {
  return {
    async inject({ method = 'GET', url = '/', headers = {}, payload }) {
      const answer = await fetch(new URL(String(url), origin), {
        method,
        headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
          name === 'host' || value === undefined ? [] : [[name, String(value)]],
        ),
        redirect: 'manual',
        ...(payload === undefined ? {} : { body: payload as string | Uint8Array<ArrayBuffer> }),
      });
      return {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        rawPayload: Buffer.from(await answer.arrayBuffer()),
        cookies: answer.headers.getSetCookie().map(cookieOf),
      };
    },
  };
}

function cookieOf(line: string): { name: string; value: string; maxAge?: number } {
  const [pair = '', ...rest] = line.split('; ');
  const cut = pair.indexOf('=');
  const maxAge = rest.find((one) => one.startsWith('Max-Age='))?.slice('Max-Age='.length);
  const cookie = { name: pair.slice(0, cut), value: pair.slice(cut + 1) };
  return maxAge === undefined ? cookie : { ...cookie, maxAge: Number(maxAge) };
}
