import type { Sheet } from '../../../pdf/sheet.ts';
import type { Group } from './group.ts';

export const daiva: Group = {
  leader: 'daiva',
  kind: 'person',
  title: 'Pociąg do poezji',
  applicant: { phone: '600 000 455', street: 'ul. Szkolna 11', postalCode: '16-515', city: 'Puńsk' },
  answers: {
    summary:
      'Na stacji w Trakiszkach pociąg staje dwa razy dziennie i prawie nikt nie wysiada. Chcę, żeby latem w cztery soboty wysiedli tam poeci. Będziemy czytać wiersze na peronie, po polsku i po litewsku, a każdy, kto przyjdzie, dostanie wiersz wielkości biletu. Poezja jest jak ten pociąg: rzadko, ale dojeżdża.',
    need: 'Piszę od dwudziestu lat i znam to zdanie na pamięć: „ja poezji nie rozumiem”. Potem czytam jeden wiersz przy stole, w kuchni, i ktoś mówi: to o mnie. W diagnozie biblioteki jest potrzeba „książka dla tych, którzy nie czytają”. Wiersz ma pół strony. To jest dobra długość na początek.\n\nRozmawiałam z dróżnikiem, z uczniami z Puńska i z paniami z chóru. Wszyscy znają stację i wszyscy chcieliby, żeby coś się na niej działo.',
    goal: 'Kilkadziesiąt osób, które wierszy nie czytają, zabierze do domu pięćset biletów z wierszami i część z nich przypnie na lodówce. Drugą zmianą będzie sama stacja: miejsce, w którym się czeka, stanie się miejscem, do którego się przyjeżdża.',
    audience: 'Na każde popołudnie około 30 osób, w tym goście z Sejn dowożeni busem. Na wieczór w bibliotece 50 osób.',
    community:
      'Mieszkańcy wybiorą wiersze: w czerwcu będę chodzić z pudełkiem i pytać o jedno zdanie, które ktoś pamięta ze szkoły. Uczniowie z Puńska wytną i ostemplują bilety. Na peronie każdy może przeczytać swój ulubiony wiersz, w dowolnym języku.',
    partners:
      'Biblioteka w Puńsku, liceum z litewskim językiem nauczania, zaprzyjaźniony tłumacz, zawiadowca stacji, który zgodził się na ławki.',
    own_input: 'Moje wiersze i przekłady, stary stempel kolejowy, lampa naftowa, osiem ławek od sąsiadów.',
    actions:
      'W czerwcu zbieram wiersze i rozmawiam z ludźmi, razem z tłumaczem przekładamy brakujące.\n\nW lipcu i w sierpniu cztery sobotnie popołudnia na stacji w Trakiszkach. Przyjeżdża autor lub autorka, czytamy godzinę, potem herbata z termosu i rozmowa. Kto przyjechał pociągiem, ten wraca pociągiem.\n\nWe wrześniu wieczór w bibliotece w Sejnach: wszystkie wiersze lata w dwóch językach i mała wystawa biletów.',
    reading:
      'Czytanie na głos jest tu główną rzeczą. Tomiki, z których czytamy, leżą na ławce, można je od razu pożyczyć. Po każdym popołudniu biblioteka w Puńsku ma półkę z tym, co czytaliśmy.',
    safety:
      'Stoimy daleko od toru, za linią, za zgodą zawiadowcy. Peron jest niski i równy, wjedzie wózek. Wiersze są w dwóch językach, drukowane dużymi literami na tablicy.',
    promotion:
      'Bilety z wierszem zostawione w sklepach, w aptece i w autobusie. Plakat na stacji, ogłoszenie po litewsku w parafii.',
    lasting: 'Pięćset wierszy w domach, dwanaście nowych przekładów oddanych bibliotece i, mam nadzieję, zwyczaj.',
  },
  schedule: [
    ['Rozmowy i wybór wierszy', '03.06.2024', '28.06.2024', 'biblioteka w Puńsku'],
    ['Cztery popołudnia z wierszem', '06.07.2024', '24.08.2024', 'stacja kolejowa w Trakiszkach'],
    ['Wieczór poezji w dwóch językach', '07.09.2024', '', 'biblioteka w Sejnach'],
  ],
  costs: [
    ['pay', 'Spotkania z poetkami i tłumaczem', '4', 'spotkania', '400,00'],
    ['materials', 'Tomiki wierszy do czytania na peronie', '16', 'szt.', '25,00'],
    ['print', 'Wiersze na kartkach wielkości biletu', '500', 'szt.', '1,00'],
    ['rental', 'Przenośne nagłośnienie', '2', 'dni', '200,00'],
    ['transport', 'Bilety i dowóz na stację', '25', 'osób', '20,00'],
    ['catering', 'Herbata z termosu, obwarzanki', '2', 'dni', '100,00'],
  ],
  attachments: [
    {
      at: '2024-03-06 22.48',
      label: 'Wiersz na bilecie, próbka',
      fileName: 'bilet-probka.pdf',
      title: 'Bilet z wierszem',
      draw: ticket,
    },
  ],
  begunAt: '2024-02-19 22.15',
  sittings: [
    { at: '2024-02-19 23.40', sections: ['wnioskodawca', 'idea'] },
    { at: '2024-03-03 21.50', sections: ['people', 'course', 'after'] },
    { at: '2024-03-06 22.30', sections: ['harmonogram', 'kosztorys', 'oswiadczenia'] },
  ],
  sentAt: '2024-03-06 23.05',
};

function ticket(sheet: Sheet): void {
  sheet.title('Trakiszki – dokądkolwiek', 'bilet w jedną stronę, z prawem powrotu');
  sheet.paragraph('Pociąg stoi jedną minutę.\nNa jeden wiersz wystarczy.');
  sheet.lang('lt-LT', 'Traukinys stovi vieną minutę.\nUžtenka vienam eilėraščiui.');
  sheet.note('Format 9 × 5 cm, na odwrocie stempel stacji i nazwisko autora.');
}
