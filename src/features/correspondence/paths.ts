const text = '/pisma/wzory/:wzor';
const paper = '/pisma/dokumenty/:rodzaj';
const of = (pattern: string, slug: string) => pattern.replace(/:\w+/u, slug);

const mailing = '/pisma/wysylki/:id';
const ofMailing = (pattern: string, id: number) => pattern.replace(':id', String(id));

export const correspondencePaths = {
  texts: '/pisma/wzory',
  text,
  preview: `${text}/podglad`,
  restore: `${text}/przywrocenie`,
  callBack: `${text}/cofniecie`,
  settings: '/pisma/ustawienia',
  papers: '/pisma/dokumenty',
  paper,
  paperPreview: `${paper}/podglad`,
  paperRestore: `${paper}/przywrocenie`,
  paperCallBack: `${paper}/cofniecie`,
  letterOf: (id: number) => `/skrzynka/${id}`,
  recipientOf: (personId: number) => `/skrzynka/osoby/${personId}`,
  textOf: (slug: string) => of(text, slug),
  previewOf: (slug: string) => of(`${text}/podglad`, slug),
  callBackOf: (slug: string) => of(`${text}/cofniecie`, slug),
  restoreOf: (slug: string) => of(`${text}/przywrocenie`, slug),
  paperOf: (slug: string) => of(paper, slug),
  paperPreviewOf: (slug: string) => of(`${paper}/podglad`, slug),
  paperCallBackOf: (slug: string) => of(`${paper}/cofniecie`, slug),
  paperRestoreOf: (slug: string) => of(`${paper}/przywrocenie`, slug),
} as const;

export const mailingPaths = {
  list: '/pisma/wysylki',
  show: mailing,
  people: `${mailing}/adresaci`,
  text: `${mailing}/tresc`,
  letters: `${mailing}/listy`,
  letter: `${mailing}/listy/:adresat`,
  drop: `${mailing}/listy/:adresat/pominiecie`,
  decision: `${mailing}/wyslanie`,
  end: `${mailing}/odwolanie`,
  showOf: (id: number) => ofMailing(mailing, id),
  peopleOf: (id: number) => ofMailing(`${mailing}/adresaci`, id),
  textOf: (id: number) => ofMailing(`${mailing}/tresc`, id),
  lettersOf: (id: number) => ofMailing(`${mailing}/listy`, id),
  letterOf: (id: number, recipient: number) => `${ofMailing(mailing, id)}/listy/${recipient}`,
  dropOf: (id: number, recipient: number) => `${ofMailing(mailing, id)}/listy/${recipient}/pominiecie`,
  decisionOf: (id: number) => ofMailing(`${mailing}/wyslanie`, id),
  endOf: (id: number) => ofMailing(`${mailing}/odwolanie`, id),
} as const;

export const reminderPaths = {
  list: '/pisma/przypomnienia',
  kind: '/pisma/przypomnienia/:rodzaj',
  kindOf: (kind: string) => `/pisma/przypomnienia/${kind}`,
  summary: '/pisma/podsumowanie',
} as const;
