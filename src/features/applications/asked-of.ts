import type { ApplicantKind } from '../calls/queries.ts';

/** What an applicant of a kind is asked for beside the person who leads; '' is not chosen yet. */
export function askedOf(kind: ApplicantKind | '') {
  const isOrganisation = kind === 'organisation' || kind === 'organisation_with_group';
  const isSchool = kind === 'school_or_parish';
  const isGroup = kind === 'informal_group' || kind === 'organisation_with_group';
  return {
    name: isOrganisation || isSchool || isGroup,
    register: isOrganisation || isSchool,
    isRegisterRequired: isOrganisation,
    members: isGroup,
    guardian: kind === 'minor',
  };
}
