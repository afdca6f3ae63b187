export const titles = {
  edit: 'Instytucja',
  accessibility: 'Deklaracja dostępności',
  privacy: 'Ochrona danych osobowych',
  help: 'Pomoc i kontakt',
} as const;

export const labels = {
  name: 'Nazwa',
  genitiveName: 'Nazwa w dopełniaczu',
  street: 'Ulica i numer',
  postalCode: 'Kod pocztowy',
  city: 'Miejscowość',
  locativeCity: 'Miejscowość w miejscowniku',
  area: 'Obszar działania',
  phone: 'Telefon',
  email: 'Adres e-mail',
  nip: 'NIP',
  regon: 'REGON',
  directorName: 'Imię i nazwisko',
  directorTitle: 'Stanowisko',
  contactName: 'Osoba do kontaktu',
  contactHours: 'Kiedy można dzwonić',
  privacyOfficer: 'Imię i nazwisko albo nazwa funkcji',
  privacyOfficerEmail: 'Adres e-mail inspektora',
  buildingAccess: 'Dostępność budynku',
  communicationAccess: 'Dostępność komunikacyjna',
  knownBarriers: 'Czego jeszcze nie da się używać',
  accessibilityReviewedOn: 'Dzień ostatniego przeglądu deklaracji',
} as const;

export const fieldTexts = {
  missing: (label: string) => `Uzupełnij pole „${label}”.`,
  tooLong: (label: string, limit: number) => `Pole „${label}” może mieć najwyżej ${limit} znaków. Skróć je.`,
  postalCodeWrong: 'Kod pocztowy ma postać 00-000, na przykład 00-950.',
  phoneWrong: 'Sprawdź numer telefonu. Polski numer ma 9 cyfr, na przykład 87 123 45 67.',
  emailWrong:
    'To nie wygląda na adres e-mail. Sprawdź, czy jest w nim znak @ i kropka, na przykład biblioteka@example.org.',
  officerEmailWrong:
    'Adres inspektora nie wygląda na adres e-mail. Sprawdź, czy jest w nim znak @ i kropka, albo zostaw to pole puste.',
  nipWrong: 'Ten NIP jest błędny: sprawdź cyfry z pieczątką. Możesz też zostawić to pole puste.',
  regonWrong: 'Ten REGON jest błędny: powinien mieć 9 albo 14 cyfr. Możesz też zostawić to pole puste.',
  dayWrong: 'Wpisz dzień, na przykład 15.03.2024, albo zostaw to pole puste.',
  dayAhead: 'Ten dzień jeszcze nie nadszedł. Wpisz dzień przeglądu, który już się odbył.',
} as const;

export const saved = 'Zapisano. Zmiany widać od razu na stronach i w nowych dokumentach.';
export const nothingThere = 'puste';
