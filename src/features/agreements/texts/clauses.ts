import { formatAmount } from '../../../lib/money.ts';
import { quoted, sentence } from '../../../lib/polish.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import type { AgreementContent, Clause, ClausePoint } from '../content.ts';

type Facts = Omit<AgreementContent, 'clauses' | 'funds' | 'letterhead' | 'issuedAt'> & { readonly creditLine: string };

/** The paragraphs of an agreement under which the library orders and pays. */
export function clausesOf(facts: Facts): Clause[] {
  return [
    { title: 'Przedmiot', points: subject(facts) },
    { title: 'Terminy', points: deadlines(facts) },
    { title: 'Kwota i kosztorys', points: money(facts), hasPlan: true },
    { title: 'Zakupy i płatności', points: purchases(facts) },
    { title: 'Co robi Grupa, a co Biblioteka', points: duties },
    { title: 'Bezpieczeństwo dzieci i młodzieży', points: childProtection },
    { title: 'Informowanie o dofinansowaniu i prawa autorskie', points: crediting(facts) },
    { title: 'Dane osobowe', points: personalData },
    { title: 'Zmiany, zakończenie współpracy i postanowienia końcowe', points: [...changes, ...final] },
  ];
}

function subject({ initiative }: Facts): ClausePoint[] {
  return [
    `Biblioteka i Grupa wspólnie realizują inicjatywę ${quoted(initiative.title)} (nr ${initiative.code}), wybraną w konkursie ${quoted(initiative.callTitle)}.`,
    'Działania i harmonogram opisuje wniosek o tym numerze. Kwoty określa § 3.',
  ];
}

function deadlines({ dates }: Facts): ClausePoint[] {
  const said = [
    dates.from && dates.to && `Działania trwają od ${longDate(dates.from)} do ${longDate(dates.to)}`,
    dates.lastPurchase && `Ostatni zakup: do ${longDate(dates.lastPurchase)}`,
    dates.lastContractBill && `Ostatni rachunek z umowy: do ${longDate(dates.lastContractBill)}`,
    dates.groupReport && `Sprawozdanie Grupy: 14 dni od zakończenia działań, najpóźniej ${longDate(dates.groupReport)}`,
    dates.payments && `Wszystkie płatności Biblioteki, także podatki i składki: do ${longDate(dates.payments)}`,
  ];
  return said.flatMap((words) => (words ? [sentence(words)] : []));
}

function money({ plan }: Facts): ClausePoint[] {
  return [
    `Na realizację inicjatywy Biblioteka przeznacza do ${formatAmount(plan.total)} (słownie: ${plan.inWords}).`,
    'Kwotę dzieli uzgodniony kosztorys, zamieszczony niżej. Ceny zawierają podatki, a wynagrodzenia także składki.',
    'Przesunięcie między pozycjami wymaga zgody Biblioteki, zapisanej przy inicjatywie, zanim powstanie koszt.',
    'Kwota, której nie wykorzystano, zostaje w Bibliotece.',
  ];
}

function purchases({ library }: Facts): ClausePoint[] {
  const nip = library.nip === '' ? '' : `, NIP ${library.nip}`;
  return [
    'Grupa prowadzi działania, a Biblioteka je współorganizuje, zamawia i płaci. Grupie ani jej członkom nie wypłaca się pieniędzy.',
    `Nabywcą na fakturach i rachunkach jest Biblioteka: ${library.name}, ${library.address}${nip}.`,
    'Potrzebę zakupu lub umowy Grupa zgłasza Bibliotece co najmniej 7 dni wcześniej: co, ile, gdzie i do kiedy.',
    'Grupa niczego nie kupuje bez zamówienia Biblioteki. Wydatków poniesionych bez zamówienia Biblioteka nie zwraca.',
    'Rzeczy kupione do inicjatywy są własnością Biblioteki. Grupa używa ich w działaniach i oddaje po ich zakończeniu, chyba że zostały zużyte.',
  ];
}

const duties: ClausePoint[] = [
  'Grupa prowadzi działania opisane we wniosku i wnosi zapisany w nim wkład. O terminach wydarzeń zawiadamia 7 dni wcześniej, a o zmianach od razu.',
  'Grupa zbiera listy obecności i zdjęcia oraz składa krótkie sprawozdanie.',
  'Biblioteka pomaga przygotować działania, wskazuje osobę do kontaktu i rozlicza koszty na podstawie opłaconych dokumentów.',
];

const childProtection: ClausePoint[] = [
  'Zanim ktokolwiek zostanie dopuszczony do działań z dziećmi, Biblioteka sprawdza tę osobę w Rejestrze Sprawców Przestępstw na Tle Seksualnym i prosi o dokumenty wymagane przepisami o ochronie małoletnich.',
  'Grupa stosuje na działaniach z dziećmi standardy ochrony małoletnich obowiązujące w Bibliotece.',
  'Za wolontariusza, który nie skończył 18 lat, zgodę podpisuje rodzic lub opiekun.',
];

function crediting({ creditLine }: Facts): ClausePoint[] {
  return [
    ...(creditLine === ''
      ? []
      : [
          `Na plakatach, w internecie i w materiałach Grupa podaje zdanie: ${quoted(creditLine.replace(/\.$/, ''))}. Wzory przekazuje Biblioteka.`,
        ]),
    'Grupa i Biblioteka korzystają tylko z utworów, do których mają prawo. Zdjęcia uczestników publikuje się za ich zgodą, a dzieci – za zgodą opiekunów.',
  ];
}

const personalData: ClausePoint[] = [
  'Każda ze stron odpowiada za dane osobowe, które sama zbiera. Listy obecności i zgody Grupa przekazuje Bibliotece i nie zachowuje ich kopii. O tym, jak Biblioteka przetwarza dane, mówi klauzula przyjęta przy składaniu wniosku.',
];

const changes: ClausePoint[] = [
  'Ważna zmiana działań, terminów lub osoby lidera wymaga aneksu na piśmie.',
  'Każda ze stron może zakończyć współpracę na piśmie, z 14-dniowym wyprzedzeniem, podając powód. Zamówienia złożone wcześniej Biblioteka opłaci.',
  'Biblioteka może przerwać realizację od razu, gdy Grupa mimo wezwania łamie porozumienie albo gdy zagrożone jest czyjeś bezpieczeństwo.',
];

const final: ClausePoint[] = [
  'W innych sprawach stosuje się regulamin konkursu i Kodeks cywilny.',
  'Porozumienie sporządzono w dwóch jednakowych egzemplarzach, po jednym dla każdej ze stron. Obowiązuje od dnia podpisania przez obie strony.',
];
