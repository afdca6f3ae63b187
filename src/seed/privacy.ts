import type { LegalText } from '../features/calls/definitions.ts';
import type { Named } from './named.ts';

/** The clause required by art. 13 of the GDPR, in plain words. */
export function privacyOf({ library, funder }: Named): LegalText {
  const { name, street, postalCode, city, privacyOfficerEmail } = library;
  const orByMail = privacyOfficerEmail === '' ? '' : ` albo pod adresem ${privacyOfficerEmail}`;
  return {
    sections: [
      {
        title: 'Kto odpowiada za Wasze dane',
        items: [
          { text: `Administratorem danych jest ${name}, ${street}, ${postalCode} ${city}.` },
          {
            text: `Z inspektorem ochrony danych można się skontaktować listownie na adres biblioteki${orByMail}.`,
          },
        ],
      },
      {
        title: 'Po co i na jakiej podstawie',
        items: [
          {
            text: 'Dane przetwarzamy, żeby przeprowadzić konkurs, a potem wspólnie zrealizować i rozliczyć inicjatywę:',
            points: [
              'przyjęcie, sprawdzenie i ocena wniosku oraz ogłoszenie wyników: wykonujemy zadanie publiczne biblioteki (art. 6 ust. 1 lit. e RODO),',
              'zawarcie i wykonanie porozumienia (art. 6 ust. 1 lit. b RODO),',
              'księgowość, rozliczenie dotacji, archiwum i ochrona małoletnich: wymaga tego prawo (art. 6 ust. 1 lit. c RODO),',
              'zdjęcia i nazwisko lidera przy wyniku: tylko za zgodą (art. 6 ust. 1 lit. a RODO), którą można w każdej chwili cofnąć.',
            ],
          },
          {
            text: 'Prosimy tylko o to, co potrzebne: imię i nazwisko, adres, e-mail lub telefon lidera, nazwę i numer w rejestrze, jeśli jesteście organizacją. Nie pytamy o PESEL ani o konto w banku.',
          },
          { text: 'Podanie danych jest dobrowolne, ale bez nich nie możemy przyjąć wniosku.' },
        ],
      },
      {
        title: 'Kto jeszcze je zobaczy',
        items: [
          {
            text: `Członkowie komisji (bez danych kontaktowych), pracownicy biblioteki prowadzący konkurs i księgowość, ${funder === '' ? '' : `${funder} i `}organizatorzy biblioteki, jeśli kontrolują zadanie, a także dostawca serwera i poczty, z którym mamy umowę.`,
          },
          { text: 'Danych nie wysyłamy poza Europejski Obszar Gospodarczy i nie podejmujemy decyzji automatycznie.' },
        ],
      },
      {
        title: 'Jak długo je trzymamy',
        items: [
          {
            text: 'Dokumenty inicjatyw, które zrealizowaliśmy, przechowujemy przez 5 lat od końca roku, w którym rozliczono zadanie, a jeśli umowa o dofinansowanie wymaga dłużej – tak długo, jak wymaga.',
          },
          {
            text: 'Wnioski niewybrane usuwamy po 5 latach od ogłoszenia wyników. Szkice, których nie złożono, usuwamy po roku od końca naboru.',
          },
        ],
      },
      {
        title: 'Jakie macie prawa',
        items: [
          {
            text: 'Możecie poprosić o wgląd w dane, kopię, poprawienie, usunięcie, ograniczenie przetwarzania, a także sprzeciwić się przetwarzaniu opartemu na zadaniu publicznym.',
          },
          { text: 'Wystarczy napisać, zadzwonić albo przyjść do biblioteki. Odpowiemy w ciągu miesiąca.' },
          {
            text: 'Jeśli uważacie, że postępujemy źle, możecie złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych, ul. Stawki 2, 00-193 Warszawa.',
          },
        ],
      },
      {
        title: 'Krótko, dla osób od 13 do 17 lat',
        items: [
          {
            text: 'Twoje imię, nazwisko i kontakt zna biblioteka i opiekun, który podpisuje zgodę. Nie pokażemy ich w internecie, jeśli na to nie pozwolicie.',
          },
          {
            text: 'Możesz w każdej chwili zapytać, co o Tobie wiemy, i poprosić, żebyśmy to poprawili albo skasowali.',
          },
        ],
      },
    ],
  };
}
