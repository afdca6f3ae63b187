export const organisationPaths = {
  edit: '/administracja/instytucja',
  accessibility: '/dostepnosc',
  privacy: '/dane-osobowe',
  help: '/pomoc',
} as const;
