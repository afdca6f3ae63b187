import type { CostRow, Group } from './group.ts';

const costs: readonly CostRow[] = [
  ['pay', 'Warsztaty dźwięku i montażu', '4', 'warsztaty', '250,00'],
  ['materials', 'Kable, gąbki na mikrofon, zeszyty', '1', 'komplet', '260,00'],
  ['materials', 'Książki, o których rozmawiamy', '8', 'szt.', '30,00'],
  ['print', 'Plakaty i naklejki', '40', 'szt.', '5,00'],
  ['rental', 'Wypożyczenie zestawu do nagrań', '2', 'miesiące', '200,00'],
  ['transport', 'Dojazd gości', '4', 'kursy', '50,00'],
  ['catering', 'Coś do jedzenia na nagrania', '4', 'nagrania', '25,00'],
  ['licences', 'Licencja na muzykę do odcinków', '12', 'odcinków', '50,00'],
];

export const maja: Group = {
  leader: 'maja',
  kind: 'informal_group',
  title: 'Podcast z przystanku',
  applicant: {
    name: 'Młodzież „Przystanek”',
    phone: '600 000 702',
    street: 'ul. Marchlewskiego 6 m. 14',
    postalCode: '16-500',
    city: 'Sejny',
    groupMembers: 'Maja Chalecka (19 lat)\nOskar Zubowicz\nLena Myszczyńska\nDominykas Grigas\nIga Rutkowska',
  },
  answers: {
    summary:
      'Siedzimy na przystanku przy ul. 1 Maja, bo nie ma gdzie. Skoro i tak tam gadamy, to zróbmy z tego podcast! Dwanaście odcinków: o książkach, o wyjeżdżaniu i zostawaniu, o tym, co w Sejnach jest fajne, a co nie. W każdym odcinku jeden gość i jedna książka, którą ktoś z nas naprawdę przeczytał. Na koniec puszczamy to na przystanku na głośnikach dla wszystkich.',
    need: 'Diagnoza biblioteki, punkt pierwszy: miejsce spotkań dla młodzieży po lekcjach. To o nas. Zrobiłyśmy ankietę na Instagramie, odpowiedziały 84 osoby: 61 spędza popołudnia „nigdzie konkretnie”, 52 słucha podcastów codziennie, 9 było w bibliotece w ostatnim miesiącu. Czyli trzeba zacząć od słuchania a nie od plakatu „czytaj książki”.',
    goal: 'Będzie wiadomo, gdzie jesteśmy i o czym rozmawiamy. Biblioteka przestanie być miejscem, do którego chodzi się po lekturę, i stanie się miejscem, gdzie jest studio.',
    audience:
      'Ekipa 12 osób (15–19 lat), goście: 12, słuchacze: liczymy na 500 odsłuchań. Na wspólne słuchanie przyjdzie może 60 osób i panie czekające na autobus.',
    community:
      'Gości wybiera głosowanie. Pytania zbieramy na przystanku do słoika. Pan Henryk od warzywniaka da prąd, młodsze rodzeństwo zrobi dżingiel. Montują same osoby z ekipy, po warsztatach.',
    partners: 'Biblioteka (ciche pomieszczenie), Młodzieżowa Rada, Warzywniak obok przystanku (prąd!).',
    own_input: 'Dwa laptopy, telefony, ogromna ilość czasu, konto na którym już jest 300 osób.',
    actions:
      'Czerwiec: cztery warsztaty (pytania, mikrofon, montaż, prawa autorskie). Wypożyczamy sprzęt na wakacje.\nLipiec i sierpień: nagrywamy 12 odcinków, mniej więcej dwa tygodniowo żeby był zapas. Publikujemy w poniedziałki.\nWrzesień: wspólne słuchanie na przystanku, 13 września w piątek, nie jesteśmy przesądni. Robimy też podsumowanie: co się udało, co nie i czy dalej.',
    reading:
      'W każdym odcinku jest książka, od której zaczyna się rozmowa. Osiem kupujemy, cztery pożyczymy. Po odcinku książka stoi w bibliotece z naklejką „z przystanku”. Kilka odcinków nagramy w samej bibliotece bo na przystanku wieje.',
    safety:
      'Osoby poniżej 18 lat nagrywamy za zgodą rodziców. Do odcinków robimy transkrypcje dla osób niesłyszących. Przystanek jest przy chodniku, bez schodów.',
    promotion:
      'Instagram, TikTok, naklejki z kodem na przystankach w całym powiecie, ogłoszenie przez radiowęzeł w liceum.',
    lasting:
      'Dwanaście odcinków w sieci, 12 osób które umieją nagrywać i montować, studio w bibliotece do wzięcia przez następnych.',
  },
  schedule: [
    ['Warsztaty dźwięku', '01.06.2024', '15.06.2024', 'biblioteka w Sejnach'],
    ['Nagrywanie dwunastu odcinków', '24.06.2024', '30.08.2024', 'przystanek przy ul. 1 Maja, biblioteka'],
    ['Wspólne słuchanie na przystanku', '13.09.2024', '', 'przystanek przy ul. 1 Maja'],
  ],
  costs,
  attachments: [],
  begunAt: '2024-03-01 23.12',
  sittings: [
    { at: '2024-03-01 23.58', sections: ['idea'] },
    { at: '2024-03-10 22.05', sections: ['wnioskodawca', 'people', 'course'] },
    {
      at: '2024-03-15 13.20',
      sections: ['after', 'harmonogram', 'kosztorys', 'oswiadczenia'],
      costs: costs.map(([category, name, quantity, unit, price]) =>
        category === 'rental' ? [category, name, quantity, unit, '350,00'] : [category, name, quantity, unit, price],
      ),
    },
    { at: '2024-03-15 14.44', sections: ['kosztorys'] },
  ],
  sentAt: '2024-03-15 14.52',
};
