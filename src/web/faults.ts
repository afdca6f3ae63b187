import type { Trouble } from './answer.ts';

/** Codes of what may go wrong below a route, and the page that says so. One table; anything else is our own fault. */
const troublesByCode: Readonly<Record<string, Trouble>> = {
  SQLITE_FULL: 'unavailable',
  SQLITE_IOERR: 'unavailable',
  SQLITE_IOERR_WRITE: 'unavailable',
  SQLITE_BUSY: 'unavailable',
  SQLITE_READONLY: 'unavailable',
  ENOSPC: 'unavailable',
  EDQUOT: 'unavailable',
  EFBIG: 'unavailable',
  EROFS: 'unavailable',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_FILES_LIMIT: 'too_large',
  FST_FIELDS_LIMIT: 'too_large',
  FST_PARTS_LIMIT: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong_kind',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong_kind',
  FST_ERR_BAD_URL: 'malformed',
};

/** What the multipart parser says, without any code, of a body that breaks off. */
const brokenOff = /unexpected end of multipart data$|^Multipart: Boundary not found$/i;

export function troubleOf(error: unknown): Trouble {
  if (typeof error !== 'object' || error === null) return 'broken';
  const code = 'code' in error ? String(error.code) : '';
  const known = troublesByCode[code];
  if (known !== undefined) return known;
  if (error instanceof Error && brokenOff.test(error.message)) return 'upload_cut';
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 429) return 'too_many';
  return status >= 400 && status < 500 ? 'malformed' : 'broken';
}
