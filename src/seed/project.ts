import type { NewNeed, NewPartner, NewProject } from '../features/project/commands.ts';
import { day } from '../lib/days.ts';

export const project: NewProject = {
  title: 'Sejneńska Inicjatywa Lokalna „Para-buch! Biblioteka – w ruch!”',
  shortTitle: '„Para-buch! Biblioteka – w ruch!”',
  description:
    'Przez dwa lata, razem z partnerami, prowadzimy projekty edukacyjno-animacyjne, które promują czytelnictwo i włączają mieszkańców. Zaczęliśmy od szkoleń i od diagnozy: rozpoznania potrzeb i potencjału kulturowego naszej społeczności. W drugim roku ogłaszamy konkurs na inicjatywy mieszkańców i razem z nimi je realizujemy.',
  programmeName: 'BLISKO (Narodowy Program Rozwoju Czytelnictwa 2.0 na lata 2021–2025, kierunek interwencji 4.1)',
  funderName: 'Narodowe Centrum Kultury',
  funderShortName: 'NCK',
  creditLine:
    'Dofinansowano ze środków Ministra Kultury i Dziedzictwa Narodowego w ramach realizacji Narodowego Programu Rozwoju Czytelnictwa 2.0 na lata 2021–2025.',
  startsOn: day('2023-07-01'),
  endsOn: day('2024-11-15'),
  paymentsUntilOn: day('2024-11-15'),
  reportDueOn: day('2024-12-13'),
};

export const partners: readonly Omit<NewPartner, 'projectId'>[] = [
  {
    name: 'Szkoła podstawowa z terenu powiatu',
    kind: 'school',
    contribution:
      'Zaprasza klasy na warsztaty, udostępnia salę gimnastyczną na spotkania autorskie i pomaga dotrzeć do rodziców.',
    isExample: 1,
  },
  {
    name: 'Ośrodek kultury z terenu powiatu',
    kind: 'culture_house',
    contribution: 'Użycza nagłośnienia, sceny i obsługi technicznej; ogłasza nasze wydarzenia w swoim programie.',
    isExample: 1,
  },
  {
    name: 'Stowarzyszenie litewskie z terenu powiatu',
    kind: 'organisation',
    contribution: 'Tłumaczy zaproszenia na litewski, podpowiada autorów i prowadzi spotkania w dwóch językach.',
    isExample: 1,
  },
  {
    name: 'Koło gospodyń wiejskich z terenu powiatu',
    kind: 'organisation',
    contribution:
      'Gości wydarzenia w świetlicy wiejskiej, zbiera opowieści najstarszych mieszkańców i dba o poczęstunek.',
    isExample: 1,
  },
];

const survey = 'Ankieta wśród mieszkańców, jesień 2023 (przykład)';
const walks = 'Spacery badawcze i rozmowy we wsiach, październik 2023 (przykład)';

export const needs: readonly Omit<NewNeed, 'projectId'>[] = [
  {
    title: 'Miejsce spotkań dla młodzieży po lekcjach',
    description:
      'Po godz. 15.00 młodzież nie ma w mieście miejsca, w którym może być razem bez kupowania czegokolwiek. Chce sama ustalać, co się tam dzieje.',
    source: survey,
    isExample: 1,
  },
  {
    title: 'Wydarzenia poza miastem',
    description:
      'Mieszkańcy wsi rzadko przyjeżdżają do biblioteki: ostatni autobus odjeżdża po południu. Chętnie przyjdą, jeśli spotkanie będzie w ich świetlicy.',
    source: walks,
    isExample: 1,
  },
  {
    title: 'Wspólne działania Polaków i Litwinów',
    description:
      'Co piąty mieszkaniec powiatu jest Litwinem. Wydarzenia są zwykle osobne; brakuje takich, na których oba języki słychać obok siebie.',
    source: 'Rozmowy z nauczycielami i organizacjami, listopad 2023 (przykład)',
    isExample: 1,
  },
  {
    title: 'Opowieści starszych, zanim znikną',
    description:
      'Najstarsi mieszkańcy pamiętają targi, kolejkę i dawne rzemiosło. Nikt tego nie nagrywa ani nie spisuje, a młodsi o to pytają.',
    source: walks,
    isExample: 1,
  },
  {
    title: 'Książka dla tych, którzy nie czytają',
    description:
      'Dorośli mówią, że nie mają czasu i nie wiedzą, po co sięgnąć. Pomaga głośne czytanie, książka przy okazji innego zajęcia i polecenie od znajomego.',
    source: survey,
    isExample: 1,
  },
  {
    title: 'Czas razem dla rodziców i małych dzieci',
    description:
      'Od października do marca rodzice małych dzieci nie mają dokąd z nimi pójść. Szukają zajęć, w których bierze udział cała rodzina.',
    source: survey,
    isExample: 1,
  },
];
