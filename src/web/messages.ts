import type { Trouble } from './answer.ts';

type Facts = Readonly<Record<string, string | number>>;

/** Why a file was not taken, and what to do. */
export const fileMessages: Readonly<Record<string, (facts: Facts) => string>> = {
  file_empty: () =>
    'Ten plik jest pusty (0 bajtów). Sprawdź, czy otwiera się na Twoim urządzeniu, i wybierz go jeszcze raz.',
  file_too_large: (facts) =>
    `Plik jest za duży: przyjmujemy do ${facts['limitMegabytes']} MB. Zmniejsz zdjęcie albo wyślij je w częściach.`,
  file_kind_unknown: () =>
    'To nie jest plik PDF, JPG ani PNG, choć nazwa może tak mówić. Zapisz go w jednym z tych formatów i wybierz ponownie.',
  file_heic: () =>
    'To zdjęcie w formacie HEIC (najczęściej z iPhone’a), którego nie umiemy otworzyć. W telefonie otwórz kolejno: Ustawienia, Aparat, Formaty, wybierz „Najbardziej zgodny” i zrób zdjęcie jeszcze raz albo wyślij to samo zapisane jako JPG.',
  file_office: () =>
    'To dokument z Worda, Excela albo podobnego programu. Zapisz go jako PDF (Plik, Zapisz jako, PDF) i wybierz ten PDF.',
  file_packed: () =>
    'To paczka (ZIP albo podobna), a paczek nie otwieramy. Wypakuj ją i dodaj pliki osobno: PDF, JPG albo PNG.',
  file_drawing: () =>
    'To rysunek SVG, który może zawierać ukryty program. Zapisz go jako PNG albo PDF i wybierz ponownie.',
  file_program: () =>
    'To program, a nie dokument, choć nazwa może mówić inaczej. Nie przyjmujemy programów. Jeśli ktoś przysłał go jako dokument, nie otwieraj go.',
  picture_too_large: (facts) =>
    `To zdjęcie ma za dużo punktów: przyjmujemy do ${facts['mostMegapixels']} milionów (megapikseli). Zrób je w zwykłym trybie aparatu albo zmniejsz i wybierz ponownie.`,
  picture_unreadable: () =>
    'Tego zdjęcia nie da się otworzyć, pewnie jest uszkodzone albo niepełne. Sprawdź, czy otwiera się na Twoim urządzeniu, i wybierz je jeszcze raz.',
};

/** Beside what was refused, when other files of the same form were not. */
export const otherFilesKept = 'Pozostałe wybrane pliki są już dodane.';

/** Refusals any form may meet; a feature's own messages come first. */
export const commonRefusals: Readonly<Record<string, (facts: Facts) => string>> = {
  edited_meanwhile: () =>
    'Ktoś zapisał tę stronę w międzyczasie. Poniżej jest to, co wpisano tutaj; sprawdź różnice i zapisz jeszcze raz.',
  not_in_this_state: () =>
    'Tego nie można już zrobić, bo sprawa jest na innym etapie. Odśwież stronę, żeby zobaczyć, co jest teraz możliwe.',
  document_final: () =>
    'Ten dokument jest ostateczny: przygotowano go raz i taki zostaje. Otwórz go z listy dokumentów.',
  document_on_its_way: () => 'Ten dokument już się przygotowuje. Odśwież stronę za chwilę.',
  file_missing: () => 'Nie wybrano pliku. Wybierz plik PDF, JPG albo PNG.',
};

export interface TroubleText {
  readonly status: number;
  readonly title: string;
  readonly what: string;
  readonly remedy: string;
}

export const troubleTexts: Readonly<Record<Trouble, TroubleText>> = {
  malformed: {
    status: 400,
    title: 'Nie rozumiemy tego zapytania',
    what: 'Przeglądarka przysłała coś, czego nie umiemy odczytać.',
    remedy: 'Wróć do poprzedniej strony i spróbuj jeszcze raz.',
  },
  forbidden: {
    status: 403,
    title: 'Ta strona jest dla kogoś innego',
    what: 'Twoje konto nie ma dostępu do tej części systemu.',
    remedy: 'Jeśli powinno mieć, poproś administratora o nadanie roli.',
  },
  absent: {
    status: 404,
    title: 'Nie ma takiej strony',
    what: 'Adres jest niepełny, stary albo prowadzi do czegoś, czego nie możemy pokazać.',
    remedy: 'Sprawdź adres albo zacznij od strony głównej.',
  },
  edited_meanwhile: {
    status: 409,
    title: 'Ktoś zmienił to w międzyczasie',
    what: 'Zanim formularz dotarł, ktoś inny zapisał tę samą rzecz.',
    remedy: 'Otwórz stronę jeszcze raz: zobaczysz, co jest teraz, i dopiszesz swoje.',
  },
  sent_differently: {
    status: 409,
    title: 'Ten formularz już wysłano, z inną treścią',
    what: 'Pierwsze wysłanie zostało przyjęte. Teraz przyszła inna treść z tej samej strony.',
    remedy: 'Jeśli chcesz wysłać także tę treść, potwierdź to poniżej.',
  },
  link_over: {
    status: 410,
    title: 'Ten link już nie działa',
    what: 'Link został użyty albo minął jego czas.',
    remedy: 'Poproś o nowy na stronie wejścia.',
  },
  too_large: {
    status: 413,
    title: 'To jest za duże',
    what: 'Przesłana treść jest większa, niż możemy przyjąć.',
    remedy: 'Zmniejsz plik albo podziel tekst i spróbuj jeszcze raz.',
  },
  upload_cut: {
    status: 400,
    title: 'Plik nie dotarł w całości',
    what: 'Przesyłanie przerwało się w połowie, więc niczego nie zapisaliśmy.',
    remedy: 'To, co wpisano, jest poniżej. Wyślij jeszcze raz, a potem wybierz plik ponownie.',
  },
  wrong_kind: {
    status: 415,
    title: 'Nie przyjmujemy treści tego rodzaju',
    what: 'Formularz przyszedł w postaci, której nie znamy.',
    remedy: 'Wróć do strony z formularzem i wyślij go przyciskiem.',
  },
  too_many: {
    status: 429,
    title: 'Za dużo prób naraz',
    what: 'Dla bezpieczeństwa ograniczamy liczbę prób.',
    remedy: 'Odczekaj kilka minut i spróbuj jeszcze raz.',
  },
  file_lost: {
    status: 500,
    title: 'Tego pliku brakuje na dysku',
    what: 'Zapis o pliku jest w systemie, ale jego treści nie ma w folderze z danymi.',
    remedy: 'Zawiadom bibliotekę: plik trzeba przywrócić z kopii zapasowej.',
  },
  broken: {
    status: 500,
    title: 'Coś poszło nie tak po naszej stronie',
    what: 'To nie Twoja wina. Nic nie zostało zapisane do połowy.',
    remedy: 'Spróbuj jeszcze raz za chwilę. Jeśli to się powtarza, zadzwoń do nas.',
  },
  unavailable: {
    status: 503,
    title: 'Nie możemy teraz tego zapisać',
    what: 'Na serwerze zabrakło miejsca albo jest zajęty. Niczego nie zapisano do połowy.',
    remedy: 'To, co wpisano, jest poniżej. Spróbuj jeszcze raz za kilka minut; jeśli się nie uda, zadzwoń do nas.',
  },
};

/** A form from a page left open too long: its token is over, its content is not. */
export const staleFormText: TroubleText = {
  status: 403,
  title: 'Ta strona była otwarta zbyt długo',
  what: 'Dla bezpieczeństwa formularz trzeba potwierdzić jeszcze raz. To, co wpisano, jest poniżej.',
  remedy: 'Sprawdź treść i wyślij ją ponownie.',
};

/** A form sent while its first sending is not finished, or ended with the server. */
export const unfinishedFormText: TroubleText = {
  status: 409,
  title: 'Nie wiemy, czy pierwsze wysłanie się udało',
  what: 'Ten formularz wysłano już raz, ale serwer nie zdążył odpowiedzieć.',
  remedy: 'Sprawdź na liście, czy zmiana jest zapisana. Jeśli nie, wyślij jeszcze raz.',
};

/** Somebody sent a form after their session had ended and has signed in again. */
export const keptFormText = {
  title: 'Dokończ to, co zaczęte',
  what: 'Sesja wygasła, zanim formularz dotarł. Zachowaliśmy to, co wpisano.',
  remedy: 'Sprawdź treść i wyślij ją teraz.',
} as const;

export const signInFirst = 'Zaloguj się, żeby przejść dalej. Jeśli coś wypełniano, zachowaliśmy to.';

export const resendLabel = 'Wyślij jeszcze raz';
/** To whoever is not signed in and finds nothing. */
export const entryTexts = {
  text: 'Jeśli ta strona jest tylko dla zalogowanych, zaloguj się: otworzy się, o ile masz do niej dostęp.',
  label: 'Zaloguj się',
} as const;
export const homeLink = { href: '/', label: 'Strona główna' } as const;
