import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import type { Instant } from '../../../lib/days.ts';
import { type Answer, view } from '../../../web/answer.ts';
import { applicationCode } from '../content.ts';
import { applicationPaths } from '../paths.ts';
import { fingerprintTexts } from './texts.ts';

/**
 * Says of a fingerprint, as copied from a paper, whether it is of a submitted application: its number and the moment, and nothing of what it says.
 * It opens to anybody who holds it; none can be guessed. '' asks for one.
 */
export function fingerprintPage(deps: Deps, typed: string): Answer {
  const fingerprint = typed.replace(/\s+/g, '').toLowerCase();
  const found = fingerprint === '' ? undefined : submittedWith(deps.db, fingerprint);
  const page = view('applications/fingerprint', fingerprintTexts.title, {
    action: applicationPaths.fingerprint,
    fingerprint,
    found: found === undefined ? '' : fingerprintTexts.found(found.code, found.submittedAt),
    replaced: found?.isInForce === false,
    unknown: fingerprint !== '' && found === undefined ? fingerprintTexts.unknown(fingerprint) : '',
  });
  return found === undefined && fingerprint !== '' && page.kind === 'view' ? { ...page, status: 404 } : page;
}

interface Found {
  readonly code: string;
  readonly submittedAt: Instant;
  /** Not replaced by a change sent later. */
  readonly isInForce: boolean;
}

function submittedWith(reader: Reader, fingerprint: string): Found | undefined {
  const row = reader.get<{
    callCode: string;
    year: number;
    number: number;
    submittedAt: Instant;
    isInForce: number;
  }>(sql`
    select c.code as callCode, c.year, a.number, v.submitted_at as submittedAt, v.id = a.current_version_id as isInForce
    from application_versions v join applications a on a.id = v.application_id join real_calls c on c.id = a.call_id
    where v.fingerprint = ${fingerprint} order by v.id limit 1`);
  return (
    row && {
      code: applicationCode(row.callCode, row.year, row.number),
      submittedAt: row.submittedAt,
      isInForce: row.isInForce === 1,
    }
  );
}
