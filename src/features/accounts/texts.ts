import type { Role } from '../../lib/actor.ts';
import { plural, quoted } from '../../lib/polish.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  juror: 'członek komisji',
  coordinator: 'koordynator',
  accountant: 'księgowość',
  director: 'dyrektor',
  inspector: 'kontroler (tylko czyta)',
  administrator: 'administrator',
};

export const wholeOrganisation = 'w całej instytucji';

/** Where a role holds: „w całej instytucji” or „w naborze „…””. */
export function scopeName(callTitle: string | null): string {
  return callTitle === null ? wholeOrganisation : `w naborze ${quoted(callTitle)}`;
}

export const titles = {
  signIn: 'Wejście',
  code: 'Wpisz kod z listu',
  confirm: 'Potwierdź adres e-mail',
  firstAdministrator: 'Pierwsza osoba w systemie',
  own: 'Twoje konto',
  people: 'Osoby',
  newPerson: 'Dodaj osobę',
  grantEnd: 'Odebranie roli',
  closing: 'Zamknięcie konta',
} as const;

export const fieldTexts = {
  emailMissing: 'Wpisz adres e-mail, na przykład anna@example.org.',
  emailWrong: 'To nie wygląda na adres e-mail. Sprawdź, czy jest w nim znak @ i kropka, na przykład anna@example.org.',
  nameMissing: 'Wpisz imię i nazwisko.',
  nameLong: 'Imię i nazwisko może mieć najwyżej 120 znaków. Skróć je.',
  phoneWrong:
    'Sprawdź numer telefonu. Polski numer ma 9 cyfr, na przykład 600 100 200. Możesz też zostawić to pole puste.',
  codeWrong: 'Kod ma sześć cyfr. Przepisz go z najnowszego listu.',
  roleMissing: 'Wybierz rolę.',
  scopeMissing: 'Wybierz, gdzie rola ma obowiązywać.',
} as const;

export const refusals = {
  code_wrong: (facts: Readonly<Record<string, string | number>>) => {
    const left = Number(facts['left']);
    return `Ten kod nie pasuje. Przepisz kod z najnowszego listu. ${plural(left, 'Została', 'Zostały', 'Zostało')} ${left} ${plural(left, 'próba', 'próby', 'prób')}.`;
  },
  role_not_held: () => 'Ta osoba nie ma już tej roli. Odśwież stronę.',
  role_held: () => 'Ta osoba ma już tę rolę.',
  last_administrator: () =>
    'To ostatni administrator. Najpierw nadaj rolę administratora innej osobie, żeby ktoś mógł zarządzać systemem.',
  administrator_everywhere: () => 'Administrator działa zawsze w całej instytucji. Wybierz „w całej instytucji”.',
  address_unconfirmed: () => 'Ta osoba nie potwierdziła jeszcze adresu e-mail. Rolę można nadać dopiero potem.',
  account_closed: () => 'To konto jest zamknięte. Najpierw otwórz je ponownie.',
} as const;

export const tooManyLetters =
  'Wysłaliśmy już kilka listów w krótkim czasie. Poczekaj godzinę i spróbuj jeszcze raz. Sprawdź też folder „Spam”: list mógł tam trafić. Jeśli to pilne, zadzwoń.';

/** Why a one-time link opens nothing, and what to do. */
export const closedDoors = {
  link_forged: {
    status: 404,
    title: 'Tego linku nie znamy',
    what: 'Adres jest niepełny albo zmieniony. Czasem program pocztowy ucina długi link.',
    remedy: 'Skopiuj z listu cały link albo poproś o nowy list.',
  },
  link_over: {
    status: 410,
    title: 'Ten link już nie działa',
    what: 'Link działa raz, przez 30 minut. Ten został już użyty albo minął jego czas.',
    remedy: 'Poproś o nowy list i otwórz najnowszy, który przyjdzie.',
  },
  code_over: {
    status: 410,
    title: 'Ten kod już nie działa',
    what: 'Kod działa raz, przez 30 minut i tylko w przeglądarce, w której podano adres. Po pięciu złych kodach przestaje działać razem z linkiem.',
    remedy: 'Poproś o nowy list i przepisz kod z najnowszego, który przyjdzie.',
  },
  account_closed: {
    status: 410,
    title: 'To konto jest zamknięte',
    what: 'Konto z tym adresem zamknął administrator.',
    remedy: 'Jeśli to pomyłka, zadzwoń do nas.',
  },
  administrator_exists: {
    status: 410,
    title: 'System ma już administratora',
    what: 'Ten link służył tylko do pierwszego uruchomienia.',
    remedy: 'Jeśli masz konto, wejdź przez swój adres e-mail. Jeśli nie, poproś administratora o dodanie.',
  },
} as const;

export const flashes = {
  entered: 'Jesteś w systemie.',
  left: 'Wylogowano. Na tym urządzeniu nie zostało nic z tego, co wpisano.',
  saved: 'Zapisano.',
  sessionEnded: 'Wylogowano to urządzenie.',
  sessionsEnded: 'Wylogowano wszystkie pozostałe urządzenia.',
  personAdded: 'Dodano osobę. Teraz możesz nadać jej rolę.',
  personKnown: 'Osoba z tym adresem już tu jest. Oto jej konto.',
  roleGranted: 'Nadano rolę. Wysyłamy list z informacją, jak wejść.',
  roleRevoked: 'Odebrano rolę. Osoba została wylogowana ze wszystkich urządzeń.',
  closed: 'Zamknięto konto.',
  reopened: 'Konto znów jest otwarte. Role trzeba nadać na nowo.',
} as const;

export const unnamed = 'bez nazwiska';
export const unconfirmed = 'niepotwierdzony';

export const devices = {
  browsers: [
    ['Firefox', /firefox|fxios/i],
    ['Edge', /edg/i],
    ['Opera', /opr\/|opera/i],
    ['Samsung Internet', /samsungbrowser/i],
    ['Chrome', /chrome|crios|chromium/i],
    ['Safari', /safari/i],
  ],
  systems: [
    ['telefon lub tablet z Androidem', /android/i],
    ['iPhone', /iphone/i],
    ['iPad', /ipad/i],
    ['komputer z Windows', /windows/i],
    ['komputer Mac', /mac os|macintosh/i],
    ['komputer z Linuksem', /linux/i],
  ],
  unknown: 'nieznana przeglądarka',
} as const satisfies {
  browsers: readonly (readonly [string, RegExp])[];
  systems: readonly (readonly [string, RegExp])[];
  unknown: string;
};
