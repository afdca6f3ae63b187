import type { Sheet } from '../../../pdf/sheet.ts';
import type { Group } from './group.ts';

export const jonas: Group = {
  leader: 'jonas',
  kind: 'school_or_parish',
  title: 'Pieśni, które pamiętamy',
  applicant: {
    name: 'Parafia w Puńsku',
    phone: '600 000 340',
    street: 'ul. Mickiewicza 2',
    postalCode: '16-515',
    city: 'Puńsk',
  },
  answers: {
    summary:
      'Nasz chór parafialny śpiewa dziś to, co jest w śpiewniku. A najstarsi parafianie pamiętają pieśni, których w żadnym śpiewniku nie ma. Pragniemy je zapisać z nutami i słowami, nauczyć się ich na siedmiu próbach i zaśpiewać na wieczorze pieśni w sierpniu. Powstanie śpiewnik „Giesmės, kurias prisimename”.',
    need: 'W listopadzie biblioteka pytała nas przy diagnozie o to, co warto ocalić. Odpowiedzieliśmy zgodnie: pieśni. W ostatnich trzech latach odeszło pięć śpiewaczek, od których można się było ich uczyć. Zostały cztery, najstarsza ma 91 lat i śpiewa jeszcze czternaście zwrotek z pamięci.',
    goal: 'Dwadzieścia pieśni, które znają dziś cztery osoby, będzie znał cały chór i kilkanaścioro dzieci.',
    audience:
      'Chór (22 osoby), dzieci z kółka śpiewaczego (12), starsze śpiewaczki, słuchacze wieczoru: około 150 osób.',
    community:
      'Pieśni podadzą najstarsi, zapisze je organista z młodzieżą. Próby są otwarte, może przyjść każdy, kto chce posłuchać lub spróbować. Poczęstunek przygotują rodziny chórzystów.',
    partners: 'Dom Kultury Litewskiej w Puńsku, szkoła, organista, zespół z Widugier.',
    own_input:
      'Dom parafialny na próby, instrument, praca organisty przy zapisie nut, wieloletnie doświadczenie chóru.',
    actions:
      'Od 20 maja do końca czerwca odwiedzamy śpiewaczki i nagrywamy pieśni telefonem, organista zapisuje nuty.\n\nOd 7 lipca w siedem niedziel po sumie odbywają się próby.\n\nW sierpniu oddajemy śpiewnik do druku, a 25 sierpnia zapraszamy na wieczór pieśni, na którym każdy dostanie śpiewnik do ręki i będzie mógł śpiewać razem z nami.',
    reading:
      'Śpiewnik jest książką, którą napisała cała parafia. Przed każdą pieśnią przeczytamy, skąd pochodzi i kto ją śpiewał. Dziesięć egzemplarzy trafi do bibliotek w powiecie.',
    safety:
      'Dom parafialny jest na parterze. Starszych dowozimy. Dzieci przychodzą z rodzicami. Teksty po litewsku mają obok polskie tłumaczenie.',
    promotion: 'Ogłoszenia parafialne, plakaty, zaproszenie w czasopiśmie po litewsku.',
    lasting: 'Śpiewnik i dwadzieścia pieśni, których nie trzeba będzie już szukać.',
  },
  schedule: [
    ['Zbieranie pieśni od najstarszych', '20.05.2024', '30.06.2024', 'Puńsk i okoliczne wsie'],
    ['Siedem prób', '07.07.2024', '18.08.2024', 'dom parafialny w Puńsku'],
    ['Wieczór pieśni', '25.08.2024', '', 'Puńsk'],
  ],
  costs: [
    ['pay', 'Prowadzenie prób', '7', 'prób', '200,00'],
    ['materials', 'Teczki i papier nutowy', '25', 'szt.', '20,00'],
    ['print', 'Śpiewnik', '140', 'szt.', '5,00'],
    ['transport', 'Dowóz starszych osób', '2', 'kursy', '200,00'],
    ['catering', 'Poczęstunek', '3', 'spotkania', '100,00'],
  ],
  attachments: [
    {
      at: '2024-03-13 10.34',
      label: 'Przykład: jedna pieśń',
      fileName: 'piesn-przyklad.pdf',
      title: 'Przykład pieśni',
      draw: songExample,
    },
  ],
  begunAt: '2024-03-04 17.00',
  sittings: [
    { at: '2024-03-04 17.55', sections: ['wnioskodawca', 'idea', 'people'] },
    { at: '2024-03-13 10.20', sections: ['course', 'after', 'harmonogram', 'kosztorys', 'oswiadczenia'] },
  ],
  sentAt: '2024-03-14 11.26',
};

function songExample(sheet: Sheet): void {
  sheet.title('Oi, laukai, laukeliai', 'jedna z czternastu zwrotek, zapisana w Puńsku 3 marca 2024 r.');
  sheet.lang('lt-LT', 'Oi, laukai, laukeliai,\nplatūs mūs keliai,\nkur tėvelio arta,\nten žydės linai.');
  sheet.paragraph('Tłumaczenie: Oj, pola, poletka, szerokie drogi nasze; gdzie ojciec orał, tam zakwitnie len.');
  sheet.note('Śpiewała pani Ona, 91 lat. Melodię zapisze organista.');
}
