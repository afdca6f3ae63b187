import type { CallPreset } from '../../features/calls/setup/model.ts';
import { formalCriteria } from '../criteria.ts';
import { formWithoutReading, usualModel } from './usual.ts';

const level = (points: number, description: string) => ({ points, description });

/** A small call without a programme: five criteria, each with words for what points mean. */
export const neutral: CallPreset = {
  code: 'neutralny',
  name: 'Neutralny',
  about: 'Dla każdej biblioteki i domu kultury, bez zasad żadnego programu. Pięć kryteriów z opisem punktów.',
  model: (facts) => ({
    ...usualModel(facts, `Konkurs jest częścią zadania ${facts.project.title}.`),
    form: formWithoutReading,
    maxPoints: 100,
    formalCriteria,
    meritCriteria: [
      {
        code: 'sense',
        name: 'Po co i dla kogo',
        description: 'Czy wiadomo, komu inicjatywa jest potrzebna i co dzięki niej się zmieni?',
        weight: 5,
        maxPoints: 5,
        tieOrder: 1,
        levels: [
          level(0, 'Nie wiadomo, dla kogo i po co.'),
          level(3, 'Wiadomo dla kogo, potrzeba opisana ogólnie.'),
          level(5, 'Potrzeba konkretna, sprawdzona w rozmowach z ludźmi.'),
        ],
      },
      {
        code: 'community',
        name: 'Udział mieszkańców',
        description: 'Czy mieszkańcy wspólnie przygotują i przeprowadzą działanie? Czy pomogą partnerzy?',
        weight: 5,
        maxPoints: 5,
        levels: [
          level(0, 'Mieszkańcy są tylko widzami.'),
          level(3, 'Część mieszkańców pomaga.'),
          level(5, 'Mieszkańcy i partnerzy współtworzą działanie od początku.'),
        ],
      },
      {
        code: 'feasibility',
        name: 'Realność',
        description: 'Czy wiadomo, kto, co, kiedy i gdzie zrobi, i czy grupa ma na to siły?',
        weight: 4,
        maxPoints: 5,
        levels: [
          level(0, 'Nie da się ocenić, czy to możliwe.'),
          level(3, 'Plan jest, brakuje pojedynczych odpowiedzi.'),
          level(5, 'Każdy krok ma osobę, datę i miejsce.'),
        ],
      },
      {
        code: 'budget',
        name: 'Kosztorys',
        description: 'Czy koszty są potrzebne, policzone i nie zawyżone?',
        weight: 4,
        maxPoints: 5,
        tieOrder: 2,
        levels: [
          level(0, 'Koszty nie wiążą się z działaniami.'),
          level(3, 'Koszty potrzebne, część cen niejasna.'),
          level(5, 'Każdy koszt potrzebny i policzony z ceny.'),
        ],
      },
      {
        code: 'lasting',
        name: 'Co zostanie',
        description: 'Czy po inicjatywie zostanie umiejętność, zwyczaj, nagranie albo grupa, która chce działać dalej?',
        weight: 2,
        maxPoints: 5,
        levels: [
          level(0, 'Nic nie zostanie.'),
          level(3, 'Zostanie rzecz albo nagranie.'),
          level(5, 'Ludzie będą to robić dalej sami.'),
        ],
      },
    ],
  }),
};
