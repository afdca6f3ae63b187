interface StepText {
  readonly name: string;
  readonly note: string;
}

/** What each step is called and who does it, until it is done. */
export interface StepTexts {
  readonly plan: StepText;
  readonly open: StepText;
  readonly funds: StepText;
  readonly issue: StepText & {
    readonly done: (moment: string) => string;
    /** Once somebody confirmed the money: that person does not issue. */
    readonly notBy: (name: string) => string;
  };
  readonly sign: StepText;
}

export const stepTexts: Readonly<Record<'staff' | 'group', StepTexts>> = {
  staff: {
    plan: { name: 'Uzgodniony kosztorys', note: 'Koordynator z grupą' },
    open: { name: 'Projekt porozumienia', note: 'Koordynator' },
    funds: { name: 'Mieści się w planie finansowym', note: 'Księgowość, przed wydaniem' },
    issue: {
      name: 'Wydanie do podpisu',
      note: 'Koordynator albo dyrektor; nie ta osoba, która potwierdziła pieniądze',
      done: (moment) => moment,
      notBy: (name) => `Koordynator albo dyrektor; nie może tego zrobić ${name}, bo potwierdza pieniądze`,
    },
    sign: { name: 'Podpisane', note: 'Koordynator dołącza skan i dzień podpisania' },
  },
  group: {
    plan: { name: 'Uzgodniony kosztorys', note: 'Wy razem z biblioteką' },
    open: { name: 'Projekt porozumienia', note: 'Pisze go biblioteka, z Waszego wniosku i kosztorysu' },
    funds: { name: 'Pieniądze potwierdzone', note: 'Sprawdza je księgowość biblioteki' },
    issue: {
      name: 'Tekst do podpisu',
      note: 'Przyśle go Wam biblioteka',
      done: (moment) => `Macie go od ${moment}: jest w dokumentach i w liście od nas`,
      notBy: () => 'Przyśle go Wam biblioteka',
    },
    sign: { name: 'Podpisane', note: 'Najpierw podpisujecie Wy, potem dyrektor. Jeden egzemplarz wraca do Was' },
  },
};
