import type { Group } from './group.ts';

export const agata: Group = {
  leader: 'agata',
  kind: 'informal_group',
  title: 'Szafa pełna bajek',
  applicant: {
    name: 'Rodzice „Sówki”',
    phone: '600 000 476',
    street: 'ul. Wileńska 15',
    postalCode: '16-500',
    city: 'Sejny',
    groupMembers: 'Agata Krakowska, Paulina Buchowska-Marcinkiewicz, Kamil Rutkiewicz',
  },
  answers: {
    summary:
      'Jesteśmy rodzicami dzieci z grupy „Sówki”. W szatni przedszkola stoi stara szafa, chcemy ją pomalować i zapełnić książkami obrazkowymi, żeby można było wziąć bajkę do domu razem z kapciami. Do tego trzy soboty, na których aktor czyta, a rodzice piją kawę.',
    need: 'Od jesieni do wiosny z małym dzieckiem nie ma dokąd pójść, wiemy to z własnego doświadczenia. Książki obrazkowe są drogie, a szybko się nudzą.',
    goal: 'Dzieci będą miały codziennie nową bajkę. Rodzice się poznają.',
    audience: '25 dzieci z grupy i ich rodziny, jak się uda to całe przedszkole (4 grupy).',
    community: 'Rodzice malują szafę, dyżurują przy niej po kolei. Dzieci wymyślą nazwę.',
    partners: 'Przedszkole. Pani dyrektor wie o pomyśle, zgodę dostaniemy do maja.',
    own_input: 'Farby częściowo mamy, praca rodziców, kawa.',
    actions: 'Malujemy szafę 25 maja. Kupujemy książki. W trzy soboty czerwca czyta aktor. Potem szafa działa sama.',
    reading: 'Szafa to mała biblioteka. Pani z biblioteki pomoże wybrać książki i nauczy nas je oklejać.',
    safety: 'Szafa będzie przykręcona do ściany. Dzieci są z rodzicami.',
    promotion: 'Grupa rodziców na komunikatorze, kartka na drzwiach.',
    lasting: 'Szafa i czterdzieści książek.',
  },
  schedule: [
    ['Malowanie szafy', '25.05.2024', '', 'przedszkole'],
    ['Trzy soboty z bajką', '08.06.2024', '22.06.2024', 'przedszkole'],
  ],
  costs: [
    ['pay', 'Aktor czytający bajki', '3', 'soboty', '300,00'],
    ['materials', 'Książki obrazkowe', '40', 'szt.', '40,00'],
    ['materials', 'Sklejka, farby i zawiasy do szafy', '1', 'komplet', '600,00'],
    ['print', 'Karty wypożyczeń i naklejki', '80', 'szt.', '2,50'],
    ['transport', 'Przewóz szafy', '1', 'kurs', '100,00'],
    ['catering', 'Podwieczorek', '3', 'soboty', '100,00'],
  ],
  attachments: [],
  begunAt: '2024-03-11 14.20',
  sittings: [
    { at: '2024-03-11 14.55', sections: ['wnioskodawca', 'idea'] },
    { at: '2024-03-14 21.30', sections: ['people', 'course', 'after', 'harmonogram', 'kosztorys', 'oswiadczenia'] },
  ],
  sentAt: '2024-03-14 22.47',
  correction: {
    begunAt: '2024-03-19 21.05',
    sections: ['course', 'harmonogram'],
    answers: {
      actions:
        'Malujemy szafę 25 maja w szatni przedszkola. Kupujemy książki. W trzy soboty, 8, 15 i 22 czerwca, od 10.00 do 12.00 czyta aktor. Potem szafa działa sama.',
    },
    schedule: [
      ['Malowanie szafy', '25.05.2024', '', 'Sejny, Przedszkole nr 1, szatnia'],
      ['Pierwsza sobota z bajką', '08.06.2024', '', 'Sejny, Przedszkole nr 1, sala „Sówek”'],
      ['Druga sobota z bajką', '15.06.2024', '', 'Sejny, Przedszkole nr 1, sala „Sówek”'],
      ['Trzecia sobota z bajką', '22.06.2024', '', 'Sejny, Przedszkole nr 1, sala „Sówek”'],
    ],
    sentAt: '2024-03-19 21.40',
  },
};
