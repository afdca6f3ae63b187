import type { CallPreset } from '../../features/calls/setup/model.ts';
import { grosze } from '../../lib/money.ts';
import { formalCriteria } from '../criteria.ts';
import { formWithoutReading, usualModel } from './usual.ts';

/** The programme asks for 3–7 initiatives, public rules and a published reason of each choice; up to 10 000 for one. */
export const cultureHouse: CallPreset = {
  code: 'dom-kultury',
  name: 'Dom Kultury+',
  about:
    'Dla domów i ośrodków kultury w programie Dom Kultury+ Inicjatywy lokalne: od trzech do siedmiu inicjatyw po diagnozie.',
  model: (facts) => ({
    ...usualModel(
      facts,
      `Konkurs jest częścią zadania ${facts.project.title}, realizowanego w programie Dom Kultury+ Inicjatywy lokalne.`,
    ),
    maxGrosze: grosze(10_000_00),
    form: formWithoutReading,
    maxPoints: 100,
    formalCriteria,
    meritCriteria: [
      {
        code: 'needs',
        name: 'Odpowiedź na potrzeby z diagnozy',
        description: 'Czy pomysł wynika z diagnozy albo z rozmów z mieszkańcami? Czy wiadomo, komu jest potrzebny?',
        weight: 5,
        maxPoints: 5,
        tieOrder: 1,
      },
      {
        code: 'community',
        name: 'Zaangażowanie mieszkańców',
        description: 'Czy mieszkańcy wymyślili, przygotują i przeprowadzą działanie, czy tylko na nie przyjdą?',
        weight: 5,
        maxPoints: 5,
        tieOrder: 2,
      },
      {
        code: 'potential',
        name: 'Korzystanie z tego, co mamy na miejscu',
        description: 'Czy działanie czerpie z miejsc, umiejętności i tradycji okolicy i włącza partnerów?',
        weight: 4,
        maxPoints: 5,
      },
      {
        code: 'feasibility',
        name: 'Realność działań i kosztów',
        description: 'Czy wiadomo, kto, co, kiedy i za ile zrobi, a koszty nie są zawyżone?',
        weight: 4,
        maxPoints: 5,
      },
      {
        code: 'lasting',
        name: 'Trwałość',
        description: 'Czy coś zostanie: zwyczaj, umiejętność, grupa, która chce działać dalej?',
        weight: 2,
        maxPoints: 5,
      },
    ],
  }),
};
