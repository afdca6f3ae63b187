import { library as ourLibrary } from '../../../seed/organisation.ts';

export interface Seller {
  readonly name: string;
  /** Ten digits with their check digit, a foreign number with its country, or nothing: a private person, a foreign shop. */
  readonly nip: string;
  readonly address: string;
  /** Who gets the money, where it is not the seller. */
  readonly payee?: string;
}

const firms = {
  krok: ['Pracownia Szkoleń „Krok po Kroku”', '9669135072', 'ul. Bukowa 4, 15-900 Białystok'],
  tyflo: ['Dostępna Strona Wiktoria Ostasz', '9669293457', 'ul. Szklana 11, 15-900 Białystok'],
  sciezka: ['Szkoła Internetu „Ścieżka” sp. z o.o.', '5259214261', 'ul. Wiązowa 30, 00-900 Warszawa'],
  miedza: ['Pracownia Badań Terenowych „Miedza” s.c.', '7399135077', 'ul. Ceglana 2, 10-900 Olsztyn'],
  papier: ['Hurtownia Papiernicza „Skoroszyt”', '8449135075', 'ul. Składowa 8, 16-400 Suwałki'],
  ksiegarnia: ['Księgarnia „Trzeci Rozdział”', '8449214260', 'ul. Cicha 15, 16-400 Suwałki'],
  kamishibai: ['Wydawnictwo „Drewniany Teatrzyk”', '7789135079', 'ul. Stolarska 3, 60-900 Poznań'],
  druk: ['Drukarnia „Dwie Szpalty” s.c.', '8449372645', 'ul. Przemysłowa 21, 16-400 Suwałki'],
  sitodruk: ['Pracownia Sitodruku „Rakla”', '8449451830', 'ul. Farbiarska 6, 16-400 Suwałki'],
  autobus: ['Przewozy „Trzy Jeziora” Edward Wasilczyk', '8449531026', 'Gawarzec 2, 16-500 Sejny'],
  teatr: ['Teatr „Walizka na Kółkach”', '9669372642', 'ul. Lalkarska 1, 15-900 Białystok'],
  jagoda: ['Jagoda Rymaszewska Ilustracja', '8449610211', 'ul. Ogrodowa 9, 16-400 Suwałki'],
  audio: ['Sklep Muzyczny „Półton”', '8449689402', 'ul. Rynkowa 17, 16-400 Suwałki'],
  scena: ['Nagłośnienie i Sceny „Ćwierćnuta”', '8469135078', 'ul. Portowa 5, 16-300 Augustów'],
  namioty: ['Wypożyczalnia „Płócienny Dach”', '8449768596', 'ul. Zawodna 12, 16-500 Sejny'],
  studio: ['Studio „Cisza na Planie”', '8449847781', 'ul. Wigierska 44, 16-400 Suwałki'],
  radio: ['Radio „Fala Pojezierza” sp. z o.o.', '8449926977', 'ul. Antenowa 1, 16-400 Suwałki'],
  gospoda: ['Gospoda „U Pradziadka”', '8449006165', 'Dębowo 7, 16-503 Krasnopol'],
  sklep: ['Sklep „Pod Kasztanem” Krystyna Buczyńska', '8449085354', 'Krasnowo 31, 16-500 Sejny'],
  cukiernia: ['Cukiernia „Pianka”', '8449243735', 'ul. Różana 2, 16-500 Sejny'],
  sztaluga: ['Sklep Plastyczny „Sztaluga”', '8449322920', 'ul. Gwaszowa 10, 16-400 Suwałki'],
  klawisz: ['Serwis Komputerowy „Klawisz”', '8449402116', 'ul. Sprawna 19, 16-400 Suwałki'],
  biuro: ['Biuro Rachunkowe „Winien i Ma”', '8449481305', 'ul. Liczna 3, 16-400 Suwałki'],
  polisa: ['Towarzystwo Ubezpieczeń „Parasol” S.A.', '5259135076', 'ul. Spokojna 100, 00-900 Warszawa'],
  nocleg: ['Dom Wypoczynkowy „Nad Stawem”', '7399214262', 'ul. Leśna 40, 11-900 Ruciane'],
  swietlica: ['Stowarzyszenie „Nasza Świetlica”', '8449560499', 'Burbiszki 12, 16-500 Sejny'],
  sokolska: ['Słowo z Podróży Wanda Sokólska', '8469214263', 'ul. Kanałowa 8, 16-300 Augustów'],
  komiks: ['Pracownia „Dymek i Kadr” Marcin Olszański', '8449639686', 'ul. Kredkowa 5, 16-400 Suwałki'],
  nuta: ['Biblioteka Dźwięków „Wolna Nuta” sp. z o.o.', '5259293450', 'ul. Echa 7, 00-900 Warszawa'],
  szeryf: ['Wytwórnia Krojów Pisma „Szeryf”', '7789214264', 'ul. Zecerska 14, 60-900 Poznań'],
  niedzwiadek: ['Wydawnictwo „Niedźwiadek i Wnuki”', '8449718871', 'ul. Barcia 6, 16-515 Puńsk'],
  sveciai: ['Svečių namai „Prie ežero”', 'LT100000991919', 'Ežero g. 9, Lazdijai, Lietuva'],
  knygynas: ['Knygynas „Lapas po lapo”', '', 'Vilniaus g. 21, Lazdijai, Lietuva'],
  hanna: ['Hanna Rutowska', '', 'Suwałki'],
  filip: ['Filip Zaborski', '', 'Olsztyn'],
  aldona: ['Aldona Bielska', '', 'Puńsk'],
  jurgis: ['Jurgis Bagdonavičius', '', 'Puńsk'],
  alicja: ['Alicja Brzezicka', '', 'Sejny'],
  regina: ['Regina Dąbrowiecka', '', 'Krasnopol'],
  zofia: ['Zofia Maliszko', '', 'Krasnopol'],
  antoni: ['Antoni Grygo', '', 'Giby'],
  lena: ['Lena Kruszyńska', '', 'Suwałki'],
  oskar: ['Oskar Pieślak', '', 'Białystok'],
} as const satisfies Record<string, readonly [name: string, nip: string, address: string]>;

export type SellerKey = keyof typeof firms | 'library';

/** Whom the library paid. Everybody here is invented. */
export function seller(key: SellerKey): Seller {
  if (key === 'library') {
    const { name, street, postalCode, city } = ourLibrary;
    return { name, nip: '', address: `${street}, ${postalCode} ${city}`, payee: 'Pracownice biblioteki, według listy' };
  }
  const [name, nip, address] = firms[key];
  return { name, nip, address };
}
