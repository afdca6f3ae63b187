import type { PartnerKind } from './queries.ts';

export const projectTitle = 'Partnerzy i diagnoza';

export const partnerKindNames: Readonly<Record<PartnerKind, string>> = {
  library: 'biblioteka',
  school: 'szkoła',
  culture_house: 'ośrodek kultury',
  organisation: 'organizacja',
  local_government: 'samorząd',
  parish: 'parafia',
  business: 'firma',
};
