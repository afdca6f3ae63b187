import type { Group } from './group.ts';
import { paper } from './paper.ts';

export const bozena: Group = {
  leader: 'bozena',
  kind: 'school_or_parish',
  title: 'Poczytaj mi, babciu',
  applicant: {
    name: 'Szkoła Podstawowa w Krasnopolu',
    phone: '600 000 552',
    street: 'ul. Wojska Polskiego 20',
    postalCode: '16-503',
    city: 'Krasnopol',
  },
  answers: {
    summary:
      'W naszej szkole jest 96 uczniów i prawie każdy ma babcię albo dziadka w odległości roweru. Chcemy, żeby to oni czytali dzieciom: najpierw na warsztatach nauczą się czytać na głos tak, żeby chciało się słuchać, potem przyjdą do klas, a na koniec pojadą razem z wnukami do biblioteki. Każde dziecko dostanie paszport czytelnika.',
    need: 'W październiku zapytałam uczniów klas I–IV, kto im czyta w domu. Na 41 dzieci 27 odpowiedziało, że nikt. Rodzice pracują, często za granicą. Babcie i dziadkowie są na miejscu i mają czas, ale mówią: „ja nie umiem czytać ładnie” albo „nie mam okularów do takich literek”.\n\nDiagnoza biblioteki mówi o tym samym: opowieści starszych i książka przy okazji innego zajęcia.',
    goal: '1. Co najmniej 15 babć i dziadków będzie czytać w klasach regularnie, także po wakacjach.\n2. Liczba dzieci, którym nikt nie czyta w domu, spadnie z 27 do 10. Zapytam o to jeszcze raz we wrześniu.',
    audience: '41 uczniów klas I–IV, około 20 babć i dziadków, pośrednio cała szkoła i rodzice.',
    community:
      'Babcie i dziadkowie wybierają książki razem z dziećmi i sami układają dyżury. Rada rodziców urządzi kącik czytania: przyniesie dywan i lampkę. Uczniowie klas starszych zaprojektują paszporty i będą pomagać przy okularach, czyli drukować teksty większą czcionką.',
    partners:
      'Rada rodziców, sołectwo, biblioteka w Krasnopolu, Klub Seniora, przychodnia (przejrzy wzrok za darmo w dniu warsztatu).',
    own_input:
      'Sala i świetlica szkolna, opieka nauczycieli po lekcjach, drukowanie tekstów, dywan i lampka od rodziców.',
    actions:
      '1) Maj i początek czerwca: cztery warsztaty głośnego czytania, prowadzi aktorka. Ćwiczymy oddech, głos, wybór książki.\n2) Od 11 do 20 czerwca: babcie i dziadkowie czytają w klasach, po 20 minut, każdego dnia ktoś inny.\n3) Wakacje: książki do domu, paszport z dziesięcioma pieczątkami za wspólne czytanie.\n4) 5 września: jedziemy autobusem do biblioteki w Sejnach, każde dziecko zapisuje się razem z babcią lub dziadkiem.\n5) 19 września: czytanie na zakończenie i wręczenie paszportów.',
    reading:
      'Czytanie jest jedyną czynnością w tej inicjatywie. Książki wybieramy z bibliotekarką, kupione 25 tytułów krąży między domami, a wycieczka do biblioteki jest nagrodą, nie obowiązkiem.',
    safety:
      'Osoby, które przychodzą do dzieci, sprawdzimy przed rozpoczęciem tak, jak tego wymagają standardy ochrony małoletnich. W klasie jest zawsze nauczyciel. W autobusie opiekun na każde 10 dzieci. Szkoła ma podjazd, teksty powiększamy.',
    promotion:
      'Wiadomość w dzienniku elektronicznym, zaproszenia rysowane przez dzieci i zaniesione do domów, ogłoszenie w kościele.',
    lasting:
      'Dyżury czytania wpisane w plan szkoły, kącik, 25 książek i dwadzieścia osób, które umieją czytać na głos.',
  },
  schedule: [
    ['Warsztaty głośnego czytania dla babć i dziadków', '20.05.2024', '10.06.2024', 'szkoła w Krasnopolu'],
    ['Babcie i dziadkowie czytają w klasach', '11.06.2024', '20.06.2024', 'szkoła w Krasnopolu'],
    ['Wycieczka do biblioteki', '05.09.2024', '', 'biblioteka w Sejnach'],
    ['Czytanie na zakończenie i paszporty czytelnika', '19.09.2024', '', 'szkoła w Krasnopolu'],
  ],
  costs: [
    ['pay', 'Warsztaty głośnego czytania dla babć i dziadków', '4', 'warsztaty', '250,00', 'full_cost'],
    ['materials', 'Książki do czytania w domu', '25', 'szt.', '38,00'],
    ['materials', 'Poduszki i koce do kącika czytania', '10', 'szt.', '30,00'],
    ['print', 'Paszporty czytelnika', '100', 'szt.', '2,50'],
    ['transport', 'Autobus do biblioteki w Sejnach i z powrotem', '2', 'kursy', '200,00'],
    ['catering', 'Drożdżówki i herbata', '4', 'spotkania', '50,00'],
  ],
  attachments: [
    {
      at: '2024-03-08 13.58',
      label: 'Zgoda dyrektora szkoły',
      fileName: 'zgoda-dyrektora.pdf',
      title: 'Zgoda dyrektora szkoły',
      draw: paper({
        placeAndDay: 'Krasnopol, 5 marca 2024 r.',
        title: 'Zgoda dyrektora szkoły',
        text: 'Wyrażam zgodę na prowadzenie w szkole inicjatywy „Poczytaj mi, babciu” w terminach podanych we wniosku, w obecności nauczycieli. Szkoła zapewni salę, opiekę nad dziećmi i sprawdzenie osób dopuszczonych do pracy z dziećmi, zgodnie ze standardami ochrony małoletnich.',
        signedBy: [['Dyrektor szkoły', 'Leszek Andruczyk']],
      }),
    },
  ],
  begunAt: '2024-02-26 15.05',
  sittings: [
    { at: '2024-02-26 17.20', sections: ['wnioskodawca', 'idea', 'people'] },
    { at: '2024-03-04 16.40', sections: ['course', 'after', 'harmonogram'] },
    { at: '2024-03-08 13.55', sections: ['kosztorys', 'oswiadczenia'] },
  ],
  sentAt: '2024-03-08 14.12',
};
