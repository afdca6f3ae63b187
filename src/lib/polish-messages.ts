/** One sentence or two for each refusal of the readers in `money` and `days`: what is wrong and what to do. */
export const amountMessages = {
  amount_missing: 'Brakuje kwoty. Proszę ją wpisać, np. 1 234,56.',
  amount_two_separators:
    'W kwocie jest więcej niż jeden przecinek lub kropka. Proszę zostawić jeden przecinek, przed groszami, np. 1 234,56.',
  amount_too_precise:
    'Po przecinku lub kropce są więcej niż dwie cyfry. Proszę podać złote i grosze, np. 1,15, a tysiące pisać bez kropki i przecinka, np. 1150.',
  amount_negative: 'Kwota nie może być ujemna. Proszę wpisać ją bez minusa.',
  amount_spacing:
    'Odstęp w kwocie stoi w złym miejscu. Proszę oddzielać nim tylko tysiące, np. 1 234,56, albo pisać bez odstępów, np. 1234,56.',
  amount_too_large: 'Ta kwota jest za duża. Najwyższa, jaką można wpisać, to 999 999 999,99 zł.',
  amount_not_a_number: 'To nie jest kwota. Proszę użyć tylko cyfr i jednego przecinka, np. 1 234,56.',
} as const satisfies Record<string, string>;

export const quantityMessages = {
  quantity_missing: 'Brakuje liczby. Proszę ją wpisać, np. 6 albo 2,5.',
  quantity_not_a_number: 'To nie jest liczba. Proszę użyć tylko cyfr i jednego przecinka, np. 6 albo 2,5.',
  quantity_too_precise: 'Po przecinku są więcej niż trzy cyfry. Proszę zostawić najwyżej trzy, np. 2,125.',
  quantity_not_positive: 'Liczba musi być większa od zera. Jeśli pozycja jest niepotrzebna, proszę ją usunąć.',
  quantity_too_large: 'Ta liczba jest za duża. Najwyższa, jaką można wpisać, to 90 000.',
} as const satisfies Record<string, string>;

export const dayMessages = {
  day_missing: 'Brakuje daty. Proszę ją wpisać, np. 15.03.2024.',
  day_not_a_date: 'Nie ma takiej daty. Proszę podać dzień, miesiąc i cały rok, np. 15.03.2024 albo 15 marca 2024.',
  time_not_a_time: 'To nie jest godzina. Proszę wpisać godzinę i minuty, np. 15:00.',
  time_does_not_exist:
    'Tej godziny tego dnia nie ma: zegary przestawia się wtedy na czas letni. Proszę wybrać wcześniejszą lub późniejszą.',
} as const satisfies Record<string, string>;
