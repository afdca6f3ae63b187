import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Day, Instant } from '../../lib/days.ts';

/** The one organisation of this data folder. */
export interface Organisation {
  readonly name: string;
  /** As in „regulamin Biblioteki Publicznej …”. */
  readonly genitiveName: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** As in „w Przykładowie”. */
  readonly locativeCity: string;
  readonly area: string;
  readonly phone: string;
  readonly email: string;
  readonly nip: string;
  readonly regon: string;
  readonly directorName: string;
  readonly directorTitle: string;
  readonly contactName: string;
  readonly contactHours: string;
  readonly privacyOfficer: string;
  readonly privacyOfficerEmail: string;
  /** What the building and the staff offer, and what is known not to be accessible; empty until described. */
  readonly buildingAccess: string;
  readonly communicationAccess: string;
  readonly knownBarriers: string;
  /** When the accessibility declaration was last looked through; due by 31 March of each year. */
  readonly accessibilityReviewedOn: Day | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}

/** Throws when the data folder has not been seeded. */
export function readOrganisation(reader: Reader): Organisation {
  const row = reader.get<Organisation>(sql`
    select name, genitive_name as genitiveName, street, postal_code as postalCode, city, locative_city as locativeCity, area, phone, email, nip, regon,
      director_name as directorName, director_title as directorTitle, contact_name as contactName, contact_hours as contactHours,
      privacy_officer as privacyOfficer, privacy_officer_email as privacyOfficerEmail, building_access as buildingAccess,
      communication_access as communicationAccess, known_barriers as knownBarriers, accessibility_reviewed_on as accessibilityReviewedOn,
      created_at as createdAt, updated_at as updatedAt, version
    from organisations`);
  if (row === undefined) throw new Error('The data folder holds no organisation: it has not been seeded');
  return row;
}

/** Who pays for the project and may look into it; undefined before there is a project. */
export function readFunder(reader: Reader): string | undefined {
  return reader.get<{ name: string }>(sql`select funder_name as name from projects order by id limit 1`)?.name;
}
