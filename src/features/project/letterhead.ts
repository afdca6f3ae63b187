import type { Reader } from '../../db/connection.ts';
import type { Letterhead } from '../../pdf/page.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { readProject } from './queries.ts';

/** What stands on every page of the library's documents: its name and who pays. */
export function letterheadOf(reader: Reader): Letterhead {
  return { organisation: readOrganisation(reader).name, credit: readProject(reader).creditLine || null };
}
