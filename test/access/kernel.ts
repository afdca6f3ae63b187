import type { AccessRow } from '../support/access-row.ts';

/** What the web room serves beside the features. */
export const kernelAccess: AccessRow[] = [
  { method: 'GET', path: '/static/:version/*', access: 'static' },
  { method: 'GET', path: '/healthz', access: 'public' },
  // Whether a file is shown is decided by the room of its record.
  { method: 'GET', path: '/pliki/:id', access: 'public' },
  { method: 'GET', path: '/wejscie/dokonczenie', access: 'signed_in' },
];
