const text = '/pisma/wzory/:wzor';
const of = (pattern: string, slug: string) => pattern.replace(':wzor', slug);

export const correspondencePaths = {
  texts: '/pisma/wzory',
  text,
  preview: `${text}/podglad`,
  restore: `${text}/przywrocenie`,
  settings: '/pisma/ustawienia',
  textOf: (slug: string) => of(text, slug),
  previewOf: (slug: string) => of(`${text}/podglad`, slug),
  restoreOf: (slug: string) => of(`${text}/przywrocenie`, slug),
} as const;
