import type { Instant } from '../../lib/days.ts';
import { counted, noOrphans, quoted } from '../../lib/polish.ts';
import { longMoment } from '../../lib/polish-dates.ts';
import type { JuryFunction, RecusalGround, RecusalKind } from './policy.ts';

export const functionNames: Readonly<Record<JuryFunction, string>> = {
  chair: 'przewodniczący / przewodnicząca',
  secretary: 'sekretarz',
  member: 'członek / członkini',
  non_voting: 'członek / członkini bez prawa głosu',
  reserve: 'członek rezerwowy / członkini rezerwowa',
};

const scoringPart = 'Potem każda osoba ocenia wnioski sama, we własnym czasie, a na posiedzeniu omawiamy wyniki razem.';

/** What is ahead of whoever is appointed, in the invitation. */
export const partTexts: Readonly<Record<JuryFunction, string>> = {
  chair: scoringPart,
  secretary: scoringPart,
  member: scoringPart,
  non_voting:
    'Potem można przeczytać wnioski. Na posiedzeniu omawiamy wyniki razem, a punkty dają osoby z prawem głosu.',
  reserve:
    'Osoba rezerwowa składa oświadczenie i czeka. Jeśli będzie potrzebna, napiszemy osobno. Wtedy otworzą się wnioski do oceny.',
};

export const kindNames: Readonly<Record<RecusalKind, string>> = { exclusion: 'wyłączenie', disclosure: 'ujawnienie' };

/** Said by the juror, in the first person. */
export const groundNames: Readonly<Record<RecusalGround, string>> = {
  kin: 'pokrewieństwo lub powinowactwo do drugiego stopnia albo wspólny dom',
  member_or_founder: 'członkostwo lub udział w założeniu grupy albo organizacji',
  employment: 'zatrudnienie albo zależność służbowa',
  own_benefit: 'własna korzyść',
  acquaintance: 'znajomość albo sąsiedztwo',
  other: 'inny powód',
};

export function choiceLabel(kind: RecusalKind, ground: RecusalGround): string {
  return `${capitalised(kindNames[kind])} – ${groundNames[ground]}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const pageTitles = {
  jury: 'Komisja konkursowa',
  declaration: 'Oświadczenie o bezstronności i poufności',
  callUp: 'Powołanie z rezerwy',
  takingOff: 'Odwołanie z komisji',
  recusal: (code: string) => `Wyłączenie z oceny wniosku ${code}`,
} as const;

export const flashes = {
  appointed: (name: string) => `${name} jest w komisji. Zaproszenie poszło na podany adres.`,
  removed: 'Osoba odwołana z komisji.',
  signed: 'Oświadczenie złożone. Treść wniosków jest już otwarta.',
  signedInReserve: 'Oświadczenie złożone. Wnioski otworzą się, gdy koordynator powoła Cię z rezerwy; dostaniesz list.',
  calledUp: (name: string) => `${name}: powołanie z rezerwy zapisane. List już idzie.`,
  takenOff: (name: string) => `${name}: odwołanie z komisji zapisane. List już idzie.`,
  paperAsked: 'Dokument będzie gotowy za chwilę.',
  excluded: (code: string) => `Wniosek ${code} jest dla Ciebie zamknięty. Dziękujemy za szczerość.`,
} as const;

/** Above the answers of a declaration, by what its list names. */
export const relationQuestions = {
  titled: 'Co Cię łączy z tym wnioskiem',
  named: 'Co Cię łączy z tą grupą albo osobą',
} as const;

export const nothingInCommon = 'Nic mnie nie łączy';

export const messages = {
  name_missing: 'Brakuje imienia i nazwiska. Proszę je wpisać.',
  name_too_long: 'To za długie: zmieści się 120 znaków.',
  email_missing: 'Brakuje adresu e-mail. Na ten adres wyślemy zaproszenie.',
  email_not_an_address: 'To nie wygląda na adres e-mail. Proszę sprawdzić, np. anna@example.org.',
  function_missing: 'Proszę wybrać funkcję w komisji.',
  represents_too_long: 'To za długie: zmieści się 160 znaków.',
  choice_missing: 'Proszę wybrać jedną z odpowiedzi z listy.',
  application_unknown: 'Nie wiemy, o który wniosek chodzi. Proszę otworzyć oświadczenie jeszcze raz i wybrać z listy.',
  note_missing: 'Brakuje kilku słów wyjaśnienia, np. „mieszkamy na jednej ulicy”.',
  note_too_long: 'To za długie: zmieści się 500 znaków.',
  scope_missing: 'Proszę wybrać, do czego powołujesz: do całej komisji czy do wybranych wniosków.',
  call_up_reason: 'Brakuje powodu, wystarczy jedno zdanie, np. „choroba dwóch osób”. Zostanie w historii.',
  removal_reason: 'Brakuje powodu odwołania. Zostaje w historii, do protokołu nie trafia.',
  reason_too_long: 'To za długie: zmieści się 600 znaków.',
  order_too_long: 'To za długie: zmieści się 120 znaków.',
  ground_missing: 'Proszę wybrać powód wyłączenia.',
  not_signed: 'Oświadczenie zaczyna obowiązywać, gdy zaznaczysz to pole.',
  own_application: 'To wniosek, w którym występujesz. Proszę wybrać wyłączenie: „członkostwo lub udział w założeniu”.',
} as const;

export const refusals = {
  sees_names: () =>
    'Ten nabór ocenia się bez nazwisk, a ta osoba widzi wnioski także w innej roli. Wybierz kogoś innego albo najpierw odbierz jej tamtą rolę.',
  chair_taken: () => 'Ta komisja ma już osobę przewodniczącą. Wybierz inną funkcję albo najpierw odwołaj tamtą osobę.',
  not_rehearsing: () =>
    'Tej osoby nie ma w próbie. Podaj jej adres próby ze strony próby; gdy dołączy, dodasz ją do komisji.',
  already_member: () => 'Osoba z tym adresem już jest w komisji tego naboru.',
  already_declared: () =>
    'Ta osoba złożyła już oświadczenie. Odwołaj ją przyciskiem „Odwołaj…”: trzeba podać powód i powiedzieć, czy jej karty się liczą.',
  not_declared_yet: () =>
    'Ta osoba nie złożyła jeszcze oświadczenia, więc nie ma czego rozstrzygać. Na stronie komisji odwołasz ją jednym przyciskiem.',
  cards_undecided: () => 'Wybierz, czy wysłane karty tej osoby liczą się dalej. Bez tego nie da się jej odwołać.',
  meeting_goes_on: () =>
    'Posiedzenie komisji jest otwarte, więc składu nie można teraz zmienić. Jeśli nic na nim jeszcze nie ustalono, wycofaj jego otwarcie; inaczej odnotuj wyjście tej osoby w obecności i dokończ posiedzenie.',
  not_in_reserve: () => 'Ta osoba nie jest w rezerwie: bierze udział w pracy komisji od początku.',
  reserve_not_declared: () =>
    'Ta osoba nie złożyła jeszcze oświadczenia o bezstronności. Poproś ją o nie; potem można ją powołać.',
  already_called_up: () => 'Ta osoba jest już powołana z rezerwy do całej komisji.',
  nothing_chosen: () => 'Zaznacz co najmniej jeden wniosek albo wybierz powołanie do całej komisji.',
  not_thin: () =>
    'Przy którymś z zaznaczonych wniosków jest już dość osób albo ta osoba jest z niego wyłączona. Niżej stoi to, co można wybrać teraz.',
  declaration_signed: () => 'To oświadczenie jest już złożone. Nowe wyłączenie zgłosisz przy wniosku.',
  text_changed: () =>
    'Tekst oświadczenia zmienił się, kiedy strona była otwarta. Przeczytaj go niżej jeszcze raz; to, co było wpisane, zostało.',
  declaration_too_early: () => 'Oświadczenie złożysz po zamknięciu naboru, gdy będzie znana lista wniosków.',
  jury_empty: () => 'Komisja nie ma jeszcze nikogo. Najpierw dodaj osoby, potem przygotuj projekt zarządzenia.',
  jury_has_met: () => 'Komisja przyjęła już ranking i jej skład jest w protokole. Nie można go zmienić.',
  ranking_adopted: () =>
    'Ranking jest już przyjęty, więc wyłączenia nie można dopisać tutaj. Powiedz o nim od razu przewodniczącej lub przewodniczącemu komisji.',
} as const;

/** „do całej komisji” (null), „do oceny 2 wniosków”. */
export function calledUpText(applications: number | null): string {
  if (applications === null) return 'do całej komisji';
  return `do oceny ${counted(applications, 'wniosku', 'wniosków', 'wniosków')}`;
}

/** What becomes of the cards of somebody taken off, to that person. */
export function cardsWordText(sent: number, counts: boolean): string {
  if (sent === 0) return 'Karty zaczęte i niewysłane się nie liczą.';
  return counts
    ? `Wysłane karty (${sent}) liczą się dalej. Karty zaczęte i niewysłane się nie liczą.`
    : `Wysłane karty (${sent}) przestają się liczyć do wyniku, tak samo karty zaczęte i niewysłane.`;
}

export const scopeChoices = [
  {
    value: 'whole',
    label: 'do całej komisji',
    hint: 'Czyta i ocenia wszystkie wnioski, z których się nie wyłączyła, i liczy się do kworum posiedzenia.',
  },
  { value: 'chosen', label: 'tylko do oceny wybranych wniosków', hint: 'Otworzą się jej te wnioski i żadne inne.' },
] as const;

export const cardsChoices = [
  { value: 'count', label: 'liczą się dalej', hint: 'Na przykład gdy ktoś zrezygnował albo zachorował.' },
  {
    value: 'aside',
    label: 'nie liczą się',
    hint: 'Gdy ktoś naruszył bezstronność albo poufność. Wyniki policzą się od nowa bez tych kart.',
  },
] as const;

/** Beside somebody in the list of the jury. */
export const seatNotes = {
  waiting: 'czeka w rezerwie',
  whole: 'powołanie z rezerwy do całej komisji',
  chosen: (applications: number) =>
    `powołanie z rezerwy do oceny ${counted(applications, 'wniosku', 'wniosków', 'wniosków')}`,
  count: (sent: number) => `wysłane karty (${sent}) liczą się`,
  aside: (sent: number) => `wysłane karty (${sent}) nie liczą się`,
  none: 'bez wysłanych kart',
} as const;

export const thinLabel = (code: string, title: string) => noOrphans(`${code} ${quoted(title)}`);
export const thinHint = (scorers: number, quorum: number) =>
  noOrphans(`Może ocenić ${counted(scorers, 'osoba', 'osoby', 'osób')}, potrzeba co najmniej ${quorum}.`);

/** To somebody taken off the jury who meets a page that is closed now. */
export const farewellText = (callTitle: string, since: Instant) =>
  `Od ${longMoment(since)} nie zasiadasz w komisji konkursu ${quoted(callTitle)}. Wnioski i karty oceny są dla Ciebie zamknięte. Z pytaniem zadzwoń do koordynatora konkursu.`;
