import { day, type Instant, warsawToInstant } from '../lib/days.ts';

/** Warsaw time, „2024-03-15 14.05”. */
export type StoryTime = string;

export interface Stage {
  readonly code: string;
  readonly name: string;
  /** What a visitor finds at this point of the story. */
  readonly about: string;
  readonly at: StoryTime;
}

/** Points of the story that the demonstration's clock stops at, in their order. */
export const stages = [
  {
    code: 'consultation',
    name: 'Konsultacje regulaminu',
    about:
      'Projekt regulaminu jest gotowy, konkurs jest szkicem. Trwa pierwszy rok zadania: szkolenia i diagnoza są rozliczone.',
    at: '2024-02-06 12.00',
  },
  {
    code: 'announced',
    name: 'Konkurs ogłoszony',
    about: 'Pierwszy dzień naboru. Nikt jeszcze nie złożył wniosku.',
    at: '2024-02-12 10.00',
  },
  {
    code: 'open',
    name: 'Nabór trwa',
    about: 'Są pierwsze wnioski, kilka grup pisze. Można zacząć własny wniosek.',
    at: '2024-03-05 16.30',
  },
  {
    code: 'last_hour',
    name: 'Ostatnia godzina naboru',
    about: 'Termin mija o godz. 15.00. Ktoś jeszcze poprawia kosztorys.',
    at: '2024-03-15 14.10',
  },
  {
    code: 'closed',
    name: 'Nabór zamknięty',
    about: 'Wnioski są złożone, jeden szkic nie zdążył. Czeka ocena formalna.',
    at: '2024-03-15 15.20',
  },
  {
    code: 'formal_check',
    name: 'Ocena formalna',
    about: 'Część kart jest rozstrzygnięta, jeden wniosek odrzucony z powodem, jedna grupa ma poprawić wniosek.',
    at: '2024-03-19 11.00',
  },
  {
    code: 'scoring',
    name: 'Ocena merytoryczna',
    about: 'Komisja punktuje. Są wyłączenia i ujawnienia, jedną kartę zwrócono do poprawy, jedna osoba się spóźnia.',
    at: '2024-04-12 18.00',
  },
  {
    code: 'meeting',
    name: 'Posiedzenie komisji',
    about: 'Karty są wysłane, posiedzenie trwa. Dwa wnioski mają po tyle samo punktów.',
    at: '2024-04-17 10.30',
  },
  {
    code: 'published',
    name: 'Wyniki ogłoszone',
    about: 'Lista wyników jest publiczna, grupy dostały pisma.',
    at: '2024-04-22 13.00',
  },
  {
    code: 'negotiation',
    name: 'Uzgadnianie kosztorysów',
    about: 'Biblioteka rozmawia z grupami, pierwsze porozumienia są gotowe do podpisu.',
    at: '2024-05-08 12.00',
  },
  {
    code: 'realisation',
    name: 'Realizacja',
    about: 'Inicjatywy się dzieją, faktury są na każdym etapie, jedna inicjatywa jest już rozliczona.',
    at: '2024-07-10 11.00',
  },
  {
    code: 'settlement',
    name: 'Rozliczenie',
    about: 'Realizacja się skończyła. Zostały ostatnie zapłaty i rozliczenia.',
    at: '2024-10-16 10.00',
  },
  {
    code: 'archive',
    name: 'Po zakończeniu',
    about: 'Wszystko jest zapłacone i rozliczone, raport dla finansującego jest gotowy.',
    at: '2024-12-12 12.00',
  },
] as const satisfies readonly Stage[];

export type StageCode = (typeof stages)[number]['code'];

/** The origin in the story's letters and papers, the same wherever it is told. */
export const storyOrigin = 'http://localhost:3000';

/** A fresh demonstration opens here: every kind of page and document has something to show. */
export const openingStage: StageCode = 'realisation';

export function stageNamed(code: string): (typeof stages)[number] | undefined {
  return stages.find((stage) => stage.code === code);
}

/** Throws a RangeError on a moment that does not exist: story times are our own. */
export function momentOf(time: StoryTime): Instant {
  const [on = '', hour = ''] = time.split(' ');
  const moment = warsawToInstant(day(on), hour.replace('.', ':'));
  if (!moment.ok) throw new RangeError(`no such time: ${time}`);
  return moment.value;
}
