import type { Group } from './group.ts';
import { paper } from './paper.ts';

export const ewa: Group = {
  leader: 'ewa',
  kind: 'organisation',
  title: 'Opowieści z pogranicza',
  applicant: {
    name: 'Stowarzyszenie „Brzeg”',
    phone: '600 000 318',
    street: 'ul. Zawadzkiego 9 lok. 2',
    postalCode: '16-500',
    city: 'Sejny',
    registerKind: 'krs',
    registerNumber: 'KRS 0009412077',
  },
  answers: {
    summary:
      'Najstarsi mieszkańcy pogranicza pamiętają targi, przemyt przez zieloną granicę, kolejkę i kilka języków w jednej izbie. Chcemy nauczyć kilkanaście osób w różnym wieku, jak słuchać i nagrywać takie opowieści, zebrać ich co najmniej trzydzieści i oddać je ludziom: na dwóch wieczorach opowieści, w książeczce i w bibliotece, gdzie każdy będzie mógł posłuchać nagrań.',
    need: 'Diagnoza biblioteki mówi wprost: „opowieści starszych, zanim znikną”. Potwierdzają to nasze rozmowy. Od jesieni 2023 r. odwiedziliśmy jedenaście domów w Sejnach, Berżnikach, Gibach i Krasnowie. W dziewięciu usłyszeliśmy, że nikt wcześniej o nic nie pytał, a w dwóch, że przyszliśmy o rok za późno.\n\nMłodzi z kolei mówią, że chętnie by posłuchali, ale nie wiedzą, jak zacząć rozmowę i co zrobić z nagraniem. Brakuje więc dwóch rzeczy: umiejętności i pretekstu. Tę lukę chcemy wypełnić.',
    goal: 'Zmiana pierwsza: co najmniej piętnaście osób będzie umiało przeprowadzić i opisać rozmowę wspomnieniową, także po naszej inicjatywie.\n\nZmiana druga: powstanie zbiór trzydziestu opowieści, opisany i dostępny w bibliotece. Dziś nie ma żadnego.',
    audience:
      'Warsztaty: 16 osób, połowa do 25. roku życia. Opowiadający: 30 osób, głównie po siedemdziesiątce. Wieczory opowieści: po 60–80 osób w Gibach i w Sejnach. Razem około 180 mieszkańców.',
    community:
      'Uczestnicy warsztatów pracują w parach: młodsza osoba obsługuje dyktafon, starsza prowadzi rozmowę albo odwrotnie. To oni wybierają, do kogo pojadą, i oni redagują książeczkę. Opowiadający decydują, co z nagrania można pokazać, i jako pierwsi dostają książeczkę do ręki. Wieczór w Gibach przygotują mieszkańcy: ławy, światło i ognisko biorą na siebie.',
    partners:
      'Sołtysi z Gib i Berżnik, ośrodek kultury (użyczy krzeseł), liceum w Sejnach (zaprosi klasę humanistyczną), Koło Gospodyń z Krasnowa.',
    own_input:
      'Dwa dyktafony i statyw, doświadczenie w prowadzeniu archiwum społecznego (od 2019 r.), praca czterech członków stowarzyszenia: łącznie 240 godzin. Dojazdy prywatnymi samochodami do opowiadających.',
    actions:
      'Przygotowania (maj). Ustalamy listę opowiadających, zbieramy zgody, razem z biblioteką wybieramy książki o pograniczu, od których zaczniemy rozmowy.\n\nWarsztaty (cztery soboty czerwca). Jak pytać, jak słuchać, jak nagrywać, jak opisać. Każdy warsztat kończy się ćwiczeniem: jedną krótką rozmową.\n\nNagrania (od 24 czerwca do końca lipca). Pary jadą do domów. Każde nagranie ma kartę: kto, gdzie, kiedy, zgoda, słowa kluczowe.\n\nPierwszy wieczór opowieści (Giby, 17 sierpnia). Fragmenty nagrań, opowiadanie na żywo, głośne czytanie legend znad Marychy.\n\nKsiążeczka (sierpień). Wybór dwudziestu opowieści, redakcja, druk stu egzemplarzy.\n\nDrugi wieczór opowieści (biblioteka w Sejnach, 14 września). Premiera książeczki i oddanie nagrań bibliotece.',
    reading:
      'Zaczynamy od książek: na każdym warsztacie czytamy na głos fragment reportażu lub wspomnień z pogranicza i rozmawiamy, jak autor pytał. Kończymy książeczką, którą napisali mieszkańcy. Biblioteka jest miejscem warsztatów, jej zbiory regionalne są naszym źródłem, a nagrania zostaną u niej na stałe.',
    safety:
      'Nagrania tylko za pisemną zgodą, którą można cofnąć. Wchodzimy do domów zawsze we dwoje. Osoby do 18 lat za zgodą rodziców. Oba wieczory w miejscach bez schodów, zapewniamy bus i miejsca blisko sceny dla osób niedosłyszących. Rozmowy po polsku i po litewsku, jedna z par jest dwujęzyczna.',
    promotion:
      'Osobiste zaproszenia od sołtysów, plakaty w sklepach i na przystankach, ogłoszenia parafialne w obu językach, strona biblioteki, lokalne radio.',
    lasting:
      'Zbiór trzydziestu opisanych nagrań w bibliotece, sto książeczek w domach i szkołach, piętnaście osób z nową umiejętnością. Zgody dają bibliotece prawo do udostępniania nagrań na miejscu także po 2024 r.',
  },
  schedule: [
    ['Warsztaty nagrywania: cztery soboty', '01.06.2024', '22.06.2024', 'biblioteka w Sejnach'],
    ['Nagrania po domach, w parach', '24.06.2024', '31.07.2024', 'Sejny, Berżniki, Giby, Krasnowo'],
    ['Pierwszy wieczór opowieści', '17.08.2024', '', 'plac przy dawnej remizie w Gibach'],
    ['Drugi wieczór opowieści i książeczka', '14.09.2024', '', 'biblioteka w Sejnach'],
  ],
  costs: [
    ['pay', 'Warsztaty nagrywania opowieści', '4', 'warsztaty', '400,00'],
    ['pay', 'Opowiadaczka: dwa wieczory opowieści', '2', 'wieczory', '800,00'],
    ['materials', 'Pamięci przenośne, teczki i koperty na zdjęcia', '1', 'komplet', '300,00'],
    ['materials', 'Książki o pograniczu', '10', 'szt.', '50,00'],
    ['print', 'Książeczka z opowieściami', '100', 'szt.', '7,00'],
    ['rental', 'Nagłośnienie na wieczory opowieści', '2', 'wieczory', '250,00'],
    ['transport', 'Bus dla osób z Gib i Berżnik', '2', 'kursy', '250,00'],
    ['catering', 'Chleb, miód, herbata', '2', 'wieczory', '150,00'],
  ],
  attachments: [
    {
      at: '2024-02-29 11.20',
      label: 'Zgoda na plac w Gibach',
      fileName: 'zgoda-plac-giby.pdf',
      title: 'Zgoda na korzystanie z placu',
      draw: paper({
        placeAndDay: 'Giby, 26 lutego 2024 r.',
        title: 'Zgoda na korzystanie z placu',
        text: 'Sołectwo Giby zgadza się, żeby Stowarzyszenie „Brzeg” zorganizowało 17 sierpnia 2024 r. wieczór opowieści na placu przy dawnej remizie. Prąd udostępnimy bezpłatnie. Plac proszę posprzątać do południa następnego dnia.',
        signedBy: [['Sołtys', 'Zygmunt Wasilczyk']],
      }),
    },
    {
      at: '2024-02-29 11.24',
      label: 'Wzór zgody na nagranie',
      fileName: 'wzor-zgody-na-nagranie.pdf',
      title: 'Zgoda na nagranie opowieści',
      draw: paper({
        placeAndDay: 'Miejsce i data: …',
        title: 'Zgoda na nagranie opowieści',
        text: 'Zgadzam się na nagranie mojej opowieści przez Stowarzyszenie „Brzeg” i na przekazanie nagrania bibliotece w Sejnach, która będzie je udostępniać na miejscu.\n\nWiem, że mogę wskazać fragmenty do usunięcia i że mogę cofnąć zgodę w każdej chwili, także telefonicznie. Fragment do książeczki dostanę do przeczytania przed drukiem.',
        signedBy: [
          ['Osoba opowiadająca', ''],
          ['Osoba nagrywająca', ''],
        ],
      }),
    },
  ],
  begunAt: '2024-02-14 09.20',
  sittings: [
    { at: '2024-02-14 10.45', sections: ['wnioskodawca', 'idea', 'people'] },
    { at: '2024-02-22 12.30', sections: ['course', 'after'] },
    { at: '2024-02-29 11.05', sections: ['harmonogram', 'kosztorys', 'oswiadczenia'] },
  ],
  sentAt: '2024-03-01 13.40',
};
