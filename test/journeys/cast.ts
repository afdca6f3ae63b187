/** Who takes part. The library's people first: one who leads, one who decides, one who keeps the books. */
export const joanna = { name: 'Joanna Wasilewska', email: 'j.wasilewska@example.org' };
export const director = { name: 'Danuta Markowska', email: 'dyrektor@example.org' };
export const accountant = { name: 'Barbara Kmieć', email: 'ksiegowosc@example.org' };

export const jury = [
  {
    name: 'Marianna Zubrycka',
    email: 'm.zubrycka@example.org',
    function: 'przewodniczący / przewodnicząca',
    represents: 'biblioteka spoza powiatu',
  },
  { name: 'Tomas Vaina', email: 'tomas.vaina@example.org', function: 'sekretarz', represents: 'biblioteka' },
  { name: 'Halina Rapczyńska', email: 'halina.r@example.org', function: 'członek / członkini', represents: 'partner' },
  {
    name: 'Piotr Maksimowicz',
    email: 'p.maksimowicz@example.org',
    function: 'członek / członkini',
    represents: 'powiat',
  },
] as const;

/** Comes only to read. */
export const agata = { name: 'Agata Krakowska', email: 'agata.krakowska@example.org' };
