import { counted } from '../../../lib/polish.ts';

export const traceTexts = {
  pageTitle: 'Zanim komisja zacznie czytać',
  title: 'Tytuł',
  schedule: 'Działania i terminy',
  costs: 'Kosztorys',
  flashClear: 'Zapisane. Komisja może otworzyć ten plik.',
  flashHeld: 'Zapisane. Komisja nie zobaczy tego pliku.',
  waits: 'komisja jeszcze go nie ma',
  clear: 'komisja go widzi',
  held: 'zatrzymany',
  passages: (count: number) => counted(count, 'miejsce', 'miejsca', 'miejsc'),
  files: (count: number) => counted(count, 'plik', 'pliki', 'plików'),
} as const;

export const lookRefusals = {
  names_inside: () =>
    'W danych tego pliku jest nazwisko albo nazwa, więc komisja by je zobaczyła. Poproście grupę o plik bez autora, na przykład wydruk zapisany jako zdjęcie.',
  jury_has_met: () => 'Komisja przyjęła już ranking, więc niczego już przed nią nie zakrywamy.',
  file_lost: () => 'Tego pliku nie ma w magazynie. Poproście grupę, żeby przysłała go jeszcze raz.',
} as const;
