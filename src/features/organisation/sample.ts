/** The library that sample documents are written by. */
export const sampleLibrary = {
  name: 'Biblioteka Publiczna w Łące',
  genitiveName: 'Biblioteki Publicznej w Łące',
  address: 'ul. Szkolna 4, 16-599 Łąka',
  locativeCity: 'Łące',
  nip: '5260250995',
  regon: '000276989',
  representative: 'Joanna Wasilewska',
  representativeTitle: 'dyrektor',
  creditLine: 'Dofinansowano ze środków programu „Sąsiedzkie czytanie”.',
} as const;

export const sampleLetterhead = { organisation: sampleLibrary.name, credit: sampleLibrary.creditLine } as const;

/** The call and the project that sample documents belong to. */
export const sampleCallTitle = 'Oddolnie w Łące';
export const sampleProject = {
  title: 'Sąsiedzkie czytanie w Łące',
  agreementNumber: '114/2024',
  funderName: 'Fundusz Kultury Lokalnej',
  creditLine: sampleLibrary.creditLine,
} as const;
