import type { LegalSection } from '../features/calls/definitions.ts';

export const carryingOut: readonly LegalSection[] = [
  {
    title: 'Porozumienie o współpracy',
    items: [
      {
        text: 'Po wynikach biblioteka i grupa uzgadniają plan działań i kosztorys. Uzgodniona kwota nie może być wyższa niż przyznana.',
      },
      {
        text: 'Potem podpisują porozumienie o współpracy. W imieniu grupy nieformalnej podpisuje je osoba pełnoletnia, a w imieniu organizacji – osoby, które ją reprezentują.',
      },
      { text: 'Grupa może zrezygnować. Wtedy kwota wraca do puli i przechodzi na listę rezerwową.' },
    ],
  },
  {
    title: 'Realizacja i zakupy',
    items: [
      { text: 'Grupa prowadzi działania, a biblioteka je współorganizuje, zamawia i płaci.' },
      {
        text: 'Zakup lub umowę zgłasza się bibliotece z wyprzedzeniem. Rzeczy kupionych bez zamówienia biblioteki nie zwracamy.',
      },
      {
        text: 'Faktury wystawia się na bibliotekę. Ostatni zakup i ostatni rachunek z umowy muszą zmieścić się w terminach z załącznika nr 2.',
      },
      {
        text: 'Przesunięcie między pozycjami kosztorysu albo ważna zmiana działań wymaga zgody biblioteki, zapisanej przy inicjatywie.',
      },
    ],
  },
  {
    title: 'Bezpieczeństwo, dzieci i młodzież',
    items: [
      {
        text: 'Osoba dopuszczona do działań z dziećmi jest przedtem sprawdzana w Rejestrze Sprawców Przestępstw na Tle Seksualnym, zgodnie z przepisami o ochronie małoletnich.',
      },
      { text: 'Na działaniach z dziećmi obowiązują standardy ochrony małoletnich biblioteki.' },
      { text: 'Z wolontariuszami biblioteka zawiera porozumienia; za małoletniego zgodę podpisuje opiekun.' },
      { text: 'Wydarzenia planuje się tak, żeby mogły w nich uczestniczyć osoby z niepełnosprawnościami.' },
    ],
  },
  {
    title: 'Prawa autorskie i informowanie',
    items: [
      {
        text: 'Grupa i biblioteka korzystają tylko z utworów, do których mają prawo. Opłaty za licencje ujmuje się w kosztorysie.',
      },
      { text: 'Zdjęcia uczestników publikuje się tylko za ich zgodą, a dzieci – za zgodą opiekunów.' },
      { text: 'W materiałach podaje się źródło dofinansowania według wzoru, który przekaże biblioteka.' },
    ],
  },
  {
    title: 'Sprawozdanie i rozliczenie',
    items: [
      {
        text: 'W ciągu 14 dni od zakończenia działań, nie później niż w terminie z załącznika nr 2, grupa składa krótkie sprawozdanie: co się udało, ile osób wzięło udział, zdjęcia i listy obecności.',
      },
      {
        text: 'Rozliczenie kosztów przygotowuje biblioteka na podstawie opłaconych dokumentów. Grupa niczego nie przepisuje.',
      },
      {
        text: 'Biblioteka może przerwać realizację, jeśli grupa działa niezgodnie z porozumieniem i nie poprawia tego mimo wezwania.',
      },
    ],
  },
  {
    title: 'Dane osobowe i zmiany regulaminu',
    items: [
      {
        text: 'O przetwarzaniu danych mówi strona „Jak przetwarzamy dane”, dostępna przy konkursie i przed złożeniem wniosku.',
      },
      {
        text: 'Regulamin można zmienić tylko z ważnego powodu. Zmianę ogłaszamy z datą i uzasadnieniem. Zmiana nie może pogorszyć sytuacji tych, którzy już złożyli wniosek.',
      },
      { text: 'Biblioteka może odwołać konkurs, jeśli straci dofinansowanie. Ogłosi to razem z powodem.' },
      {
        text: 'Na pytania o regulamin odpowiada koordynator konkursu; odpowiedzi ważne dla wszystkich dopisujemy na stronie konkursu.',
      },
    ],
  },
];
