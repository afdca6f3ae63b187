import { instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import type { RulesOrder } from './documents/order.ts';
import type { CallRules } from './documents/rules.ts';
import { sampleFrame } from './sample-texts.ts';

export const sampleRules: CallRules = {
  call: {
    title: sampleFrame.callTitle,
    announcedAt: instant('2024-02-12T07:00:00.000Z'),
    poolGrosze: grosze(24_000_00),
    minGrosze: grosze(2_000_00),
    maxGrosze: grosze(8_000_00),
    minInitiatives: 3,
    applicationsPerLeader: 1,
    applicationsPerOrganisation: null,
    minGroupSize: 3,
    minLeaderAge: 13,
    thresholdPercent: 60,
    maxPoints: 35,
    quorum: 3,
    area: 'powiat przykładowski',
    stages: [
      {
        id: 1,
        kind: 'submission',
        startsAt: instant('2024-02-11T23:00:00.000Z'),
        endsAt: instant('2024-03-15T14:00:00.000Z'),
        place: '',
        source: '',
      },
      {
        id: 2,
        kind: 'jury_meeting',
        startsAt: instant('2024-04-17T14:00:00.000Z'),
        endsAt: instant('2024-04-17T17:00:00.000Z'),
        place: 'czytelnia',
        source: '',
      },
    ],
  },
  letterhead: sampleFrame.letterhead,
  askedAt: instant('2024-02-12T07:00:00.000Z'),
  rules: {
    number: 1,
    sections: [
      {
        title: 'O konkursie',
        items: [
          { text: 'Konkurs ogłasza biblioteka.' },
          { text: 'Wniosek może złożyć:', points: ['osoba, która skończyła 18 lat,', 'grupa nieformalna.'] },
        ],
      },
      { title: 'Pieniądze', items: [{ text: 'Pieniędzy nie wypłacamy. To biblioteka zamawia, kupuje i płaci.' }] },
    ],
  },
  privacy: [{ title: 'Kto odpowiada za Wasze dane', items: [{ text: 'Administratorem danych jest biblioteka.' }] }],
  costs: [
    { name: 'materiały', capPercent: null, unitThreshold: null, note: '' },
    { name: 'poczęstunek', capPercent: 10, unitThreshold: null, note: 'bez alkoholu' },
  ],
  ineligible: [{ name: 'kary i odsetki', note: '' }],
  kinds: [{ kind: 'person', note: 'która skończyła 18 lat' }],
  formal: [{ name: 'Wniosek wpłynął w terminie.' }, { name: 'Działania są na obszarze konkursu.' }],
  merit: [
    {
      name: 'Potrzeby',
      description: 'Na co odpowiada.',
      weight: 4,
      maxPoints: 5,
      isBonus: false,
      tieOrder: null,
      minPoints: null,
      levels: [],
    },
    {
      name: 'Budżet',
      description: 'Czy koszty są rozsądne.',
      weight: 3,
      maxPoints: 5,
      isBonus: false,
      tieOrder: null,
      minPoints: null,
      levels: [],
    },
    {
      name: 'Młodzież',
      description: '3 punkty, gdy działają osoby do 19 lat.',
      weight: 1,
      maxPoints: 3,
      isBonus: true,
      tieOrder: null,
      minPoints: null,
      levels: [],
    },
  ],
};

export const sampleRulesOrder: RulesOrder = {
  ...sampleFrame,
  pool: sampleRules.call.poolGrosze,
  least: sampleRules.call.minGrosze,
  most: sampleRules.call.maxGrosze,
  submission: '12 lutego\u00A0– 15 marca 2024 r., godz. 15.00',
};
