import type { Group } from './group.ts';
import { paper } from './paper.ts';

export const remigiusz: Group = {
  leader: 'remigiusz',
  kind: 'organisation',
  title: 'Kino letnie nad Czarną Hańczą',
  applicant: {
    name: 'Fundacja „Kadr”',
    phone: '600 000 580',
    street: 'ul. Kościuszki 101 lok. 12',
    postalCode: '16-400',
    city: 'Suwałki',
    registerKind: 'krs',
    registerNumber: 'KRS 0009702218',
  },
  answers: {
    summary:
      'Cykl czterech plenerowych seansów filmowych nad Czarną Hańczą, poprzedzonych prelekcjami o literackich pierwowzorach. Pokażemy adaptacje filmowe znanych książek na ekranie pneumatycznym, w otoczeniu przyrody, bezpłatnie dla mieszkańców i turystów. Wydarzenie łączy kulturę filmową z promocją czytelnictwa.',
    need: 'Badania ogólnopolskie wskazują na spadek poziomu czytelnictwa oraz ograniczony dostęp do kina na terenach wiejskich. Kino letnie odpowiada na obie te potrzeby, przyciąga bowiem odbiorców, którzy nie korzystają z oferty instytucji kultury. W 2023 r. nasze seanse w trzech województwach zgromadziły ponad 6 000 widzów.',
    goal: 'Zwiększenie dostępu do kultury filmowej oraz zachęcenie widzów do sięgnięcia po książkę, na podstawie której powstał film.',
    audience: 'Mieszkańcy i turyści, 150–250 osób na każdym seansie, łącznie do 1 000 odbiorców.',
    community:
      'Mieszkańcy wybiorą repertuar w głosowaniu internetowym spośród ośmiu tytułów. Lokalni przedsiębiorcy będą mogli wystawić swoje stoiska.',
    partners: 'Gmina, spływy kajakowe, patroni medialni.',
    own_input: 'Doświadczenie zespołu, agregat prądotwórczy, leżaki.',
    actions:
      'Etap I: głosowanie nad repertuarem, uzyskanie licencji, promocja (maj i czerwiec).\nEtap II: dwa seanse w Rygolu (lipiec).\nEtap III: dwa seanse w Mikaszówce (sierpień).\nEtap IV: ewaluacja i podsumowanie (wrzesień).',
    reading:
      'Każdy seans poprzedza piętnastominutowa prelekcja o książce i autorze oraz konkurs z nagrodami książkowymi ufundowanymi przez wydawnictwa.',
    safety:
      'Ubezpieczenie wydarzenia, zabezpieczenie medyczne, napisy dla osób niesłyszących, wydzielone miejsca dla wózków.',
    promotion: 'Media społecznościowe, plakaty, patronaty medialne, współpraca z organizatorami spływów.',
    lasting: 'Nawyk wspólnego oglądania oraz rozbudzone zainteresowanie literaturą.',
  },
  schedule: [
    ['Dwa seanse', '12.07.2024', '13.07.2024', 'binduga w Rygolu, gmina Płaska'],
    ['Dwa seanse', '09.08.2024', '10.08.2024', 'plac przy śluzie w Mikaszówce, gmina Płaska'],
  ],
  costs: [
    ['pay', 'Prelekcja przed filmem', '4', 'seanse', '500,00'],
    ['rental', 'Ekran, projektor i nagłośnienie z obsługą', '4', 'seanse', '750,00'],
    ['licences', 'Licencja na publiczny pokaz', '4', 'filmy', '400,00'],
    ['print', 'Plakaty i programy', '100', 'szt.', '5,00'],
    ['transport', 'Przewóz sprzętu', '4', 'kursy', '100,00'],
    ['catering', 'Herbata dla widzów', '4', 'seanse', '100,00'],
  ],
  attachments: [
    {
      at: '2024-03-11 09.08',
      label: 'Harmonogram seansów',
      fileName: 'seanse.pdf',
      title: 'Propozycja repertuaru i miejsc',
      draw: paper({
        placeAndDay: 'Suwałki, 8 marca 2024 r.',
        title: 'Propozycja repertuaru i miejsc',
        text: 'Rygol (gmina Płaska), binduga nad Czarną Hańczą: 12 i 13 lipca 2024 r., godz. 21.45.\n\nMikaszówka (gmina Płaska), plac przy śluzie: 9 i 10 sierpnia 2024 r., godz. 21.00.\n\nRepertuar: osiem adaptacji do wyboru w głosowaniu. W razie deszczu seans przenosimy na następny dzień.',
        signedBy: [['Prezes Fundacji', 'Remigiusz Talarek']],
      }),
    },
  ],
  begunAt: '2024-03-07 11.02',
  sittings: [
    {
      at: '2024-03-07 12.48',
      sections: ['wnioskodawca', 'idea', 'people', 'course', 'after', 'harmonogram', 'kosztorys', 'oswiadczenia'],
    },
  ],
  sentAt: '2024-03-11 09.14',
};
