import type { FastifyRequest } from 'fastify';

/**
 * The address as the router understood it, with its query: the pattern of the route filled with what was read into it. Whatever is asked about an
 * address is asked of this one, because the router opens `/wnioski/%37` as it opens `/wnioski/7`. As it was sent where no route answers.
 */
export function routedUrl(request: Pick<FastifyRequest, 'url' | 'params' | 'routeOptions'>): string {
  const pattern = request.routeOptions.url;
  if (pattern === undefined) return request.url;
  const params = request.params as Readonly<Record<string, string | undefined>>;
  const query = request.url.indexOf('?');
  return (
    pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '') + (query < 0 ? '' : request.url.slice(query))
  );
}
