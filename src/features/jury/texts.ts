import type { JuryFunction, RecusalGround, RecusalKind } from './policy.ts';

export const functionNames: Readonly<Record<JuryFunction, string>> = {
  chair: 'przewodniczący / przewodnicząca',
  secretary: 'sekretarz',
  member: 'członek / członkini',
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
  recusal: (code: string) => `Wyłączenie z oceny wniosku ${code}`,
} as const;

export const flashes = {
  appointed: (name: string) => `${name} jest w komisji. Zaproszenie poszło na podany adres.`,
  removed: 'Osoba odwołana z komisji.',
  signed: 'Oświadczenie złożone. Treść wniosków jest już otwarta.',
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
  already_declared: () => 'Tej osoby nie można już odwołać, bo złożyła oświadczenie. Jej udział zostaje w protokole.',
  declaration_signed: () => 'To oświadczenie jest już złożone. Nowe wyłączenie zgłosisz przy wniosku.',
  text_changed: () =>
    'Tekst oświadczenia zmienił się, kiedy strona była otwarta. Przeczytaj go niżej jeszcze raz; to, co było wpisane, zostało.',
  declaration_too_early: () => 'Oświadczenie złożysz po zamknięciu naboru, gdy będzie znana lista wniosków.',
  jury_empty: () => 'Komisja nie ma jeszcze nikogo. Najpierw dodaj osoby, potem przygotuj projekt zarządzenia.',
  jury_has_met: () => 'Komisja przyjęła już ranking i jej skład jest w protokole. Nie można go zmienić.',
  ranking_adopted: () =>
    'Ranking jest już przyjęty, więc wyłączenia nie można dopisać tutaj. Powiedz o nim od razu przewodniczącej lub przewodniczącemu komisji.',
} as const;
