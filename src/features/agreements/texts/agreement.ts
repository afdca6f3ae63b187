import type { AgreementVariant } from '../content.ts';

/** How the other side is called, in the cases its sentences need. */
interface Party {
  readonly is: string;
  readonly of: string;
  readonly to: string;
  readonly with: string;
}

const group: Party = { is: 'Grupa', of: 'Grupy', to: 'Grupie', with: 'Grupą' };
const leader: Party = { is: 'Lider', of: 'Lidera', to: 'Liderowi', with: 'Liderem' };
const organisation: Party = { is: 'Organizacja', of: 'Organizacji', to: 'Organizacji', with: 'Organizacją' };

interface Own {
  /** More points about who the other side is. */
  readonly subject: readonly string[];
  readonly nobodyIsPaid: string;
  readonly change: string;
}

const head = (party: Party) => `# Porozumienie o współpracy
## nr {{numer}}, inicjatywa {{tytuł}}

zawarte w {{miejscowość}} między Biblioteką a ${party.with}:

[strony]`;

const subject = (party: Party, own: Own) => `§ Przedmiot
1. Biblioteka i ${party.is} wspólnie realizują inicjatywę {{tytuł}} (nr {{nr-wniosku}}), wybraną w konkursie {{konkurs}}.
2. Działania i harmonogram opisuje wniosek o tym numerze. Kwoty określa [§ kwota].
${own.subject.join('\n')}`;

const deadlines = (party: Party) => `§ Terminy
{{#if od}}
1. Działania trwają od {{od}} do {{do}}.
{{else}}
1. Działania trwają w dniach podanych w harmonogramie.
{{/if}}
{{#if ostatni-zakup}}
2. Ostatni zakup: do {{ostatni-zakup}}{{#if ostatni-rachunek}}, ostatni rachunek z umowy: do {{ostatni-rachunek}}{{/if}}.
{{/if}}
{{#if sprawozdanie}}
3. Sprawozdanie ${party.of}: do 14 dni po działaniach, najpóźniej {{sprawozdanie}}.
{{/if}}
{{#if płatności}}
4. Płatności Biblioteki, także podatki i składki: do {{płatności}}.
{{/if}}`;

const money = `§ Kwota i kosztorys #kwota
1. Na realizację inicjatywy Biblioteka przeznacza do {{kwota}} (słownie: {{słownie}}).
2. Kwotę dzieli kosztorys. Ceny zawierają podatki, a wynagrodzenia także składki.
3. Przesunięcie między pozycjami wymaga zgody Biblioteki, zanim powstanie koszt. Kwota, której nie wykorzystano, zostaje w Bibliotece.
[kosztorys]`;

const purchases = (party: Party, own: Own) => `§ Zakupy i płatności
1. ${party.is} prowadzi działania, a Biblioteka zamawia i płaci. ${own.nobodyIsPaid}
2. Nabywcą na fakturach i rachunkach jest Biblioteka: {{biblioteka}}, {{adres-biblioteki}}{{#if nip}}, NIP {{nip}}{{/if}}.
3. Potrzebę zakupu lub umowy ${party.is} zgłasza co najmniej 7 dni wcześniej: co, ile, gdzie i do kiedy. ${party.is} niczego nie kupuje bez zamówienia Biblioteki. Takich wydatków Biblioteka nie zwraca.
4. Rzeczy kupione do inicjatywy są własnością Biblioteki. ${party.is} oddaje je po zakończeniu działań, chyba że zostały zużyte.`;

const duties = (party: Party) => `§ Co robi ${party.is}, a co Biblioteka
1. ${party.is} prowadzi działania opisane we wniosku i wnosi zapisany w nim wkład. O terminach wydarzeń zawiadamia 7 dni wcześniej, a o zmianach od razu.
2. ${party.is} zbiera listy obecności i zdjęcia oraz składa krótkie sprawozdanie. Biblioteka pomaga przygotować działania, wskazuje osobę do kontaktu i rozlicza koszty.`;

const children = (party: Party) => `§ Bezpieczeństwo dzieci i młodzieży
1. Zanim ktokolwiek zostanie dopuszczony do działań z dziećmi, Biblioteka sprawdza tę osobę w Rejestrze Sprawców Przestępstw na Tle Seksualnym i prosi o dokumenty wymagane przepisami o ochronie małoletnich.
2. ${party.is} stosuje standardy ochrony małoletnich obowiązujące w Bibliotece. Za wolontariusza, który nie skończył 18 lat, zgodę podpisuje opiekun.`;

const publicWords = (party: Party) => `§ Informowanie, prawa autorskie i dane osobowe
{{#if dofinansowanie}}
1. Na plakatach, w internecie i w materiałach ${party.is} podaje zdanie: {{dofinansowanie}}. Wzory przekazuje Biblioteka.
{{/if}}
2. Obie strony korzystają tylko z utworów, do których mają prawo. Zdjęcia uczestników publikuje się za ich zgodą, a dzieci – za zgodą opiekunów.
3. Każda ze stron odpowiada za dane osobowe, które sama zbiera. Listy obecności i zgody ${party.is} przekazuje Bibliotece i nie zachowuje ich kopii. O danych w Bibliotece mówi klauzula dołączona do wniosku.`;

const final = (party: Party, own: Own) => `§ Zmiany i postanowienia końcowe
1. ${own.change} wymaga aneksu na piśmie.
2. Każda ze stron może zakończyć współpracę na piśmie, z 14-dniowym wyprzedzeniem, podając powód. Złożone wcześniej zamówienia Biblioteka opłaci.
3. Biblioteka może przerwać realizację od razu, gdy ${party.is} mimo wezwania łamie porozumienie albo gdy zagrożone jest czyjeś bezpieczeństwo.
4. W innych sprawach stosuje się regulamin konkursu i Kodeks cywilny. Porozumienie sporządzono w dwóch egzemplarzach, po jednym dla każdej ze stron. Obowiązuje od dnia podpisania przez obie.`;

const end = `[potwierdzenie]

[podpisy]`;

function agreement(party: Party, own: Own): string {
  const sections = [head(party), subject(party, own), deadlines(party), money, purchases(party, own), duties(party)];
  return [...sections, children(party), publicWords(party), final(party, own), end].join('\n\n');
}

/** The default texts under which the library orders and pays; staff change them in versions. */
export const agreementTexts: Readonly<Record<AgreementVariant, string>> = {
  informal_group: agreement(group, {
    subject: [
      '{{#if osoby}}',
      '3. Grupę tworzą: {{osoby}}. W jej imieniu działa lider: {{lider}}.',
      '{{else}}',
      '3. W imieniu Grupy działa lider: {{lider}}.',
      '{{/if}}',
    ],
    nobodyIsPaid: 'Grupie ani jej członkom nie wypłaca się pieniędzy.',
    change: 'Zmiana działań, terminów lub lidera',
  }),
  person: agreement(leader, {
    subject: [
      '{{#if opiekun}}',
      '3. Lider nie skończył 18 lat. Porozumienie podpisuje i za jego wykonanie wobec Biblioteki odpowiada opiekun: {{opiekun}}. Na działaniach jest obecna osoba pełnoletnia.',
      '{{/if}}',
    ],
    nobodyIsPaid: 'Liderowi nie wypłaca się pieniędzy.',
    change: 'Zmiana działań, terminów lub osoby, która je prowadzi,',
  }),
  organisation: agreement(organisation, {
    subject: [
      '3. Organizacja oświadcza, że osoba, która podpisuje porozumienie, może ją reprezentować. Inicjatywę prowadzi lider: {{lider}}.',
    ],
    nobodyIsPaid:
      'Organizacji ani jej członkom nie wypłaca się pieniędzy, nie pokrywa się też kosztów jej stałej działalności.',
    change: 'Zmiana działań, terminów, lidera lub reprezentacji',
  }),
  organisation_with_group: agreement(organisation, {
    subject: [
      '3. Organizacja działa w porozumieniu dla grupy, którą tworzą: {{osoby}}. Działania prowadzi grupa, jej lider to {{lider}}. Wobec Biblioteki za obie odpowiada Organizacja.',
      '4. Organizacja oświadcza, że osoba, która podpisuje porozumienie, może ją reprezentować, i że grupa zna jego treść.',
    ],
    nobodyIsPaid:
      'Organizacji, grupie ani ich członkom nie wypłaca się pieniędzy, nie pokrywa się też kosztów stałej działalności Organizacji.',
    change: 'Zmiana działań, terminów, lidera grupy lub reprezentacji',
  }),
};
