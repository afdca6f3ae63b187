import type { OrganisationData } from '../features/organisation/commands.ts';

/** The library as the first visitor sees it. Telephone, mail, numbers and people are completed on the organisation's page. */
export const library: OrganisationData = {
  name: 'Biblioteka Publiczna w Sejnach',
  genitiveName: 'Biblioteki Publicznej w Sejnach',
  street: 'ul. Łąkowa 1',
  postalCode: '16-500',
  city: 'Sejny',
  locativeCity: 'Sejnach',
  area: 'powiat sejneński',
  phone: '87 000 00 00',
  email: 'biblioteka@sejny.example.org',
  nip: '',
  regon: '',
  directorName: '',
  directorTitle: 'Dyrektor',
  contactName: '',
  contactHours: 'od poniedziałku do piątku w godz. 9.00–16.00',
  privacyOfficer: 'Inspektor ochrony danych',
  privacyOfficerEmail: 'iod@sejny.example.org',
};
