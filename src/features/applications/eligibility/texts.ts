import { counted } from '../../../lib/polish.ts';
import type { ApplicantKind } from '../../calls/queries.ts';
import type { Eligibility, LeaderAge, Who, Why } from './policy.ts';

export const pageTitle = 'Sprawdź, czy możesz';

export const whoTexts: Readonly<Record<Who, { readonly label: string; readonly hint: string }>> = {
  person: { label: 'Jedna osoba', hint: '' },
  informal_group: { label: 'Kilka osób razem', hint: 'sąsiedzi, przyjaciele, zespół, rada rodziców' },
  organisation: {
    label: 'Organizacja z rejestru',
    hint: 'stowarzyszenie, fundacja, koło gospodyń, straż, klub: każde, które ma numer w jakimś rejestrze albo ewidencji',
  },
  unregistered: { label: 'Koło albo klub, którego nie ma w żadnym rejestrze', hint: '' },
  school_or_parish: { label: 'Szkoła albo parafia', hint: '' },
  business: { label: 'Firma', hint: 'także jednoosobowa' },
};

/** „osoba prowadząca” is who leads the group and writes with the library. */
export const ageTexts = (least: number): Readonly<Record<LeaderAge, string>> => ({
  adult: `${years(ofAge(least))} albo więcej`,
  young: least === 17 ? '17 lat' : `od ${least} do 17 lat`,
  child: `mniej niż ${years(least)}`,
});

const years = (n: number) => counted(n, 'rok', 'lata', 'lat');

/** From how many years somebody leads without an adult beside: of age, and as old as the call wants. */
const ofAge = (least: number) => Math.max(18, least);

export const placeTexts = {
  inside: (area: string) => `Tutaj: ${area}`,
  outside: 'Gdzie indziej',
};

export const missingTexts = {
  kto: 'Zaznaczcie, kto chce złożyć wniosek.',
  wiek: 'Zaznaczcie, ile lat ma osoba prowadząca.',
  miejsce: 'Zaznaczcie, gdzie chcecie działać.',
};

export const answerTitles = (least: number): Readonly<Record<Eligibility['answer'], string>> => ({
  yes: 'Tak, możecie złożyć wniosek',
  with_adult: least > 18 ? 'Tak, razem z kimś starszym' : 'Tak, razem z dorosłym',
  no: 'Nie w ten sposób, ale jest inna droga',
});

/** When not even another kind of applicant is open to them. */
export const noWayTitle = 'Tym razem nie';

/** What one applies as: „Zacznijcie jako grupa nieformalna”. */
export const asTexts: Readonly<Record<ApplicantKind, string>> = {
  person: 'jedna osoba',
  informal_group: 'grupa nieformalna',
  organisation: 'organizacja',
  organisation_with_group: 'organizacja z grupą',
  school_or_parish: 'szkoła albo parafia',
  minor: 'osoba niepełnoletnia',
};

export const yesText = {
  plain: 'Wniosek można zacząć od razu, a w każdej chwili przerwać i wrócić.',
  unregistered:
    'Koło albo klub bez wpisu do rejestru składa wniosek jako grupa nieformalna. Nazwę, pod którą działacie, wpiszecie we wniosku.',
};

export const adultTexts = (least: number) => ({
  guardian:
    'Wniosek może pisać i prowadzić osoba niepełnoletnia. Rodzic albo opiekun prawny musi się na to zgodzić, a porozumienie z biblioteką podpisuje ktoś pełnoletni. Kto to będzie, wpiszecie we wniosku.',
  leader: `Jako osobę prowadzącą wpiszcie kogoś${least > 18 ? `, kto ma co najmniej ${years(least)}` : ' pełnoletniego'}: z tą osobą biblioteka podpisze porozumienie. ${least > 18 ? 'Młodsi' : 'Młodzi'} mogą pisać wniosek i robić wszystko inne.`,
});

export const whyTexts: Readonly<Record<Why, (call: { readonly area: string; readonly least: number }) => string>> = {
  outside_area: ({ area }) =>
    `Ten konkurs jest dla działań w jednym miejscu: ${area}. Jeśli możecie przenieść tu choć to, o co prosicie we wniosku, zaznaczcie pierwszą odpowiedź. Jeśli nie, zapytajcie o podobny konkurs w swojej bibliotece albo w domu kultury.`,
  business: () =>
    'Firma nie może złożyć wniosku, bo to konkurs dla mieszkańców. Może za to pomóc grupie, a biblioteka może u niej coś zamówić.',
  too_young: ({ least }) =>
    `Osoba prowadząca musi mieć co najmniej ${years(least)}. Poproście kogoś ${least > 18 ? 'starszego' : 'dorosłego'}, żeby poprowadził pomysł razem z Wami.`,
  minors_not_admitted: () =>
    'W tym konkursie wniosek prowadzi ktoś pełnoletni. Poproście rodzica, nauczycielkę albo sąsiada, żeby poprowadzili pomysł razem z Wami.',
  kind_not_admitted: () => 'W tym konkursie taki wnioskodawca nie może złożyć wniosku we własnym imieniu.',
};

/** An adult, and in some calls one who is older: „jedna pełnoletnia”, „jedna, która ma co najmniej 21 lat”. */
const oneOfAge = (least: number) => (least > 18 ? `, która ma co najmniej ${years(least)}` : ' pełnoletnia');

type InsteadOf = { readonly minGroupSize: number; readonly minLeaderAge: number };

export const insteadTexts: Readonly<Record<ApplicantKind, (call: InsteadOf) => string>> = {
  informal_group: ({ minGroupSize, minLeaderAge }) =>
    `Możecie to zrobić jako grupa nieformalna: ${counted(minGroupSize, 'osoba', 'osoby', 'osób')} albo więcej, w tym jedna${oneOfAge(minLeaderAge)}.`,
  person: ({ minLeaderAge }) =>
    `Wniosek może złożyć jedna osoba${oneOfAge(minLeaderAge)}${minLeaderAge > 18 ? ',' : ''} w swoim imieniu.`,
  organisation: () =>
    'Poszukajcie organizacji, która złoży wniosek razem z Wami: koła gospodyń, straży, stowarzyszenia.',
  organisation_with_group: () =>
    'Poszukajcie organizacji, która weźmie Was pod opiekę: ona złoży wniosek i podpisze porozumienie, a działać będziecie Wy.',
  school_or_parish: () => 'Porozmawiajcie ze szkołą albo parafią: mogą złożyć wniosek razem z Wami.',
  minor: () => 'Wniosek może złożyć osoba niepełnoletnia, za zgodą rodzica albo opiekuna.',
};
