const application = '/wnioski/:id';
const section = `${application}/czesci/:code`;

/** Sections every application has; between the first and the second stand those of the call's form, under their own codes. */
export const fixedSections = {
  applicant: 'wnioskodawca',
  schedule: 'harmonogram',
  costs: 'kosztorys',
  attachments: 'zalaczniki',
  consents: 'oswiadczenia',
  check: 'sprawdz',
} as const;

const fixed = (name: keyof typeof fixedSections) => `${application}/czesci/${fixedSections[name]}`;

export const applicationPaths = {
  list: '/wnioski',
  start: '/wnioski/nowy',
  startFor: (callId: number) => `/wnioski/nowy?nabor=${callId}`,
  startAs: (callId: number, kind: string) => `/wnioski/nowy?nabor=${callId}&kto=${kind}`,
  eligibility: '/nabory/:id/czy-mozesz',
  eligibilityOf: (callId: number) => `/nabory/${callId}/czy-mozesz`,
  fingerprint: '/odcisk',
  fingerprintShown: '/odcisk/:fingerprint',
  fingerprintOf: (fingerprint: string) => `/odcisk/${fingerprint}`,
  show: application,
  showOf: (id: number) => `/wnioski/${id}`,
  section,
  sectionOf: (id: number, code: string) => `/wnioski/${id}/czesci/${code}`,
  autosave: `${section}/szkic`,
  autosaveOf: (id: number, code: string) => `/wnioski/${id}/czesci/${code}/szkic`,
  applicant: fixed('applicant'),
  schedule: fixed('schedule'),
  costs: fixed('costs'),
  sums: `${fixed('costs')}/suma`,
  sumsOf: (id: number) => `/wnioski/${id}/czesci/${fixedSections.costs}/suma`,
  paste: `${fixed('costs')}/wklejanie`,
  pasteOf: (id: number) => `/wnioski/${id}/czesci/${fixedSections.costs}/wklejanie`,
  attachments: fixed('attachments'),
  attachmentRemoval: `${fixed('attachments')}/:attachment/usuniecie`,
  attachmentRemovalOf: (id: number, attachment: number) =>
    `/wnioski/${id}/czesci/${fixedSections.attachments}/${attachment}/usuniecie`,
  consents: fixed('consents'),
  check: fixed('check'),
  confirmation: `${application}/adres`,
  confirmationOf: (id: number) => `/wnioski/${id}/adres`,
  submission: `${application}/zlozenie`,
  submissionOf: (id: number) => `/wnioski/${id}/zlozenie`,
  receipt: `${application}/potwierdzenie`,
  receiptOf: (id: number) => `/wnioski/${id}/potwierdzenie`,
  documentsOf: (id: number) => `/wnioski/${id}/dokumenty`,
  resultOf: (id: number) => `/wnioski/${id}/wynik`,
  callNoteOf: (id: number) => `/wnioski/${id}/rozmowa`,
  withdrawal: `${application}/wycofanie`,
  withdrawalOf: (id: number) => `/wnioski/${id}/wycofanie`,
} as const;
