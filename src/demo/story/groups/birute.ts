import type { Group } from './group.ts';
import { paper } from './paper.ts';

export const birute: Group = {
  leader: 'birute',
  kind: 'informal_group',
  title: 'Dwa języki, jedna półka',
  applicant: {
    name: 'Grupa „Lentyna”',
    phone: '600 000 214',
    street: 'ul. 22 Lipca 4',
    postalCode: '16-500',
    city: 'Sejny',
    groupMembers: 'Birutė Jurkianis\nRūta Vaina\nMałgorzata Staśkiel\nAlgis Pakutka',
  },
  answers: {
    summary:
      'Jesteśmy grupą sąsiadek i sąsiadów, którzy śpiewają i czytają po litewsku i po polsku. W co drugi czwartek chcemy siadać w czytelni i czytać na głos tę samą książkę w obu językach: stronę po polsku, stronę po litewsku. Kto nie zna jednego z nich, i tak zrozumie, bo obok siedzi ktoś, kto opowie. Na koniec zrobimy w bibliotece wspólną półkę. „Lentyna” to po litewsku właśnie półka.',
    need: 'W diagnozie biblioteki napisano, że wydarzenia polskie i litewskie są u nas zwykle osobne i brakuje takich, na których oba języki słychać obok siebie. My to znamy z własnych domów. Moja wnuczka mówi po litewsku ze mną, a po polsku z koleżankami, i nigdy jednego i drugiego naraz.\n\nW lutym zapytaliśmy w szkole w Puńsku i w sklepie przy rynku w Sejnach, czy ktoś przyszedłby na takie czytanie. Zapisało się 31 osób, w tym dziewięć, które po litewsku znają tylko „labas”.',
    goal: 'Po pierwsze, ludzie, którzy mijają się od lat, poznają się z imienia. Po drugie, książki po litewsku z naszej biblioteki przestaną stać. Dziś wypożycza je kilkanaście osób w roku, chcielibyśmy, żeby było ich trzy razy tyle.',
    audience:
      'Około 40 osób: dzieci ze szkół w Sejnach i w Puńsku, ich rodzice i dziadkowie, a także osoby, które chcą się osłuchać z drugim językiem. Na wieczór z półką liczymy na 60 osób.',
    community:
      'Tytuły wybiorą mieszkańcy na karteczkach. Czytać będą sami uczestnicy, zawsze w parze: jedna osoba po polsku, druga po litewsku. Młodsi zrobią zakładki, Algis naprawi i pomaluje starą półkę ze szkoły, a panie z Burbiszek upieką na koniec šakotis, jeśli się uda zdobyć trzydzieści jaj od jednej gospodyni.',
    partners:
      'Szkoła w Puńsku (zaprosi klasy i użyczy rzutnika), Dom Litewski w Sejnach (pomoże w wyborze książek), koło gospodyń z Burbiszek.',
    own_input:
      'Stara półka z litego drewna, praca przy niej, tłumaczenie zaproszeń na litewski, prowadzenie zapisów, śpiew na zakończenie. Około 90 godzin naszej pracy.',
    actions:
      '1. W maju zbieramy tytuły: karteczki w szkole, w sklepie i w bibliotece. Wybieramy sześć książek, które są w obu językach, na przykład „Małego Księcia”, po litewsku „Mažasis princas”.\n\n2. Biblioteka zamawia książki, my drukujemy zaproszenia w dwóch językach.\n\n3. Od 13 czerwca do 5 września spotykamy się sześć razy, w co drugi czwartek, z przerwą na sianokosy. Każde spotkanie trwa półtorej godziny: czytanie, rozmowa przy herbacie, jedna pieśń.\n\n4. Zbieramy najładniejsze fragmenty i trzy wiersze do zeszytu w dwóch językach.\n\n5. We wrześniu wieczór na zakończenie: otwarcie półki, czytanie zeszytu, šakotis.',
    reading:
      'Książka jest tu wszystkim. Od niej zaczyna się każde spotkanie i do niej się wraca. Wszystko dzieje się w czytelni, a półka zostaje w bibliotece i każdy będzie mógł z niej pożyczać.',
    safety:
      'Czytelnia jest na parterze, bez progów. Teksty drukujemy dużą czcionką, w obu językach. Na spotkaniach z dziećmi są zawsze dwie osoby dorosłe, dzieci przychodzą z kimś z rodziny.',
    promotion:
      'Plakaty po polsku i po litewsku w sklepach i przy kościołach, ogłoszenie w parafii, wiadomość od szkół do rodziców, poczta pantoflowa.',
    lasting:
      'Wspólna półka na trzydzieści książek, zeszyt z wierszami i zwyczaj czwartkowego czytania. Już dziś umawiamy się, że po konkursie czytamy dalej, choćby co miesiąc.',
  },
  schedule: [
    ['Zbieramy tytuły: karteczki w szkole, w sklepie i w bibliotece', '20.05.2024', '07.06.2024', 'Sejny, Puńsk'],
    ['Sześć czwartkowych czytań po polsku i po litewsku', '13.06.2024', '05.09.2024', 'czytelnia biblioteki w Sejnach'],
    ['Wieczór na zakończenie i otwarcie półki', '19.09.2024', '', 'czytelnia biblioteki w Sejnach'],
  ],
  costs: [
    ['pay', 'Prowadzenie sześciu spotkań w dwóch językach', '6', 'spotkań', '250,00', 'gross'],
    ['materials', 'Książki po polsku i po litewsku na wspólną półkę', '30', 'szt.', '45,00'],
    ['materials', 'Kredki, papier i tasiemki na zakładki, zeszyty do zapisków', '1', 'komplet', '300,00'],
    ['print', 'Zeszyt z wierszami w dwóch językach', '150', 'szt.', '3,00'],
    ['catering', 'Herbata i ciasto na spotkania', '6', 'spotkań', '50,00'],
    ['licences', 'Zgoda na przedruk trzech wierszy', '1', 'umowa', '100,00'],
  ],
  attachments: [
    {
      at: '2024-02-27 20.11',
      label: 'List ze szkoły',
      fileName: 'list-ze-szkoly.pdf',
      title: 'List poparcia',
      draw: paper({
        placeAndDay: 'Puńsk, 23 lutego 2024 r.',
        title: 'List poparcia',
        text: 'Szkoła w Puńsku popiera pomysł grupy „Lentyna”. Zaprosimy uczniów i rodziców na wspólne czytania po polsku i po litewsku, a w razie potrzeby użyczymy rzutnika.\n\nCieszymy się, że ktoś zaczyna od książki, a nie od przemówień. Sėkmės!',
        signedBy: [['Za szkołę', 'Danutė Valinčiūtė, bibliotekarka szkolna']],
      }),
    },
  ],
  begunAt: '2024-02-13 19.40',
  sittings: [
    { at: '2024-02-13 20.05', sections: ['wnioskodawca', 'idea'] },
    { at: '2024-02-20 21.10', sections: ['people', 'course'] },
    { at: '2024-02-26 18.30', sections: ['after', 'harmonogram', 'kosztorys'] },
    { at: '2024-02-27 20.15', sections: ['oswiadczenia'] },
  ],
  sentAt: '2024-02-27 20.22',
  amendment: {
    begunAt: '2024-03-02 19.35',
    sections: ['course'],
    answers: {
      promotion:
        'Plakaty po polsku i po litewsku w sklepach i przy kościołach, ogłoszenie w parafii, wiadomość od szkół do rodziców, zaproszenie w litewskiej audycji radiowej, poczta pantoflowa.',
    },
    sentAt: '2024-03-02 19.52',
  },
};
