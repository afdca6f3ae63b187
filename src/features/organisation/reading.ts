import { longDate } from '../../lib/polish-dates.ts';
import type { Organisation } from './queries.ts';
import { labels } from './texts.ts';

type Field = keyof typeof labels;

/** The parts of the form and their fields, in its order. */
const parts = {
  name: ['name', 'genitiveName', 'street', 'postalCode', 'city', 'locativeCity', 'area', 'nip', 'regon'],
  contact: ['phone', 'email', 'contactName', 'contactHours'],
  director: ['directorName', 'directorTitle'],
  privacy: ['privacyOfficer', 'privacyOfficerEmail'],
  accessibility: ['buildingAccess', 'communicationAccess', 'knownBarriers', 'accessibilityReviewedOn'],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

/** What stands in the form, for whoever may only read it: labels with values, '' where there is nothing. */
export function fieldsShown({ accessibilityReviewedOn: reviewed, ...stored }: Pick<Organisation, Field>) {
  const values = { ...stored, accessibilityReviewedOn: reviewed === null ? '' : longDate(reviewed) };
  const shown = (fields: readonly Field[]) => fields.map((field) => ({ label: labels[field], value: values[field] }));
  return {
    name: shown(parts.name),
    contact: shown(parts.contact),
    director: shown(parts.director),
    privacy: shown(parts.privacy),
    accessibility: shown(parts.accessibility),
  };
}
