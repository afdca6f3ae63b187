import { instant } from '../../lib/days.ts';
import { sampleFrame } from '../calls/sample-texts.ts';
import type { DeclarationPaper } from './documents/declaration.ts';
import type { JuryOrder } from './documents/order.ts';

const signedAt = instant('2024-03-21T15:45:00.000Z');

export const sampleDeclaration: DeclarationPaper = {
  letterhead: sampleFrame.letterhead,
  callTitle: sampleFrame.callTitle,
  name: 'Tomas Vaina',
  function: 'secretary',
  represents: 'biblioteka',
  signedAt,
  textVersion: '1',
  conflicts: [
    {
      code: 'MP/2024/03',
      title: 'Dwie mowy, jeden regał',
      kind: 'exclusion',
      ground: 'kin',
      note: 'siostra należy do grupy',
      declaredAt: signedAt,
    },
    {
      code: 'MP/2024/05',
      title: 'Szachy i książka',
      kind: 'disclosure',
      ground: 'acquaintance',
      note: 'mieszkamy na jednej ulicy',
      declaredAt: signedAt,
    },
    {
      code: 'MP/2024/08',
      title: 'Noc z komiksem',
      kind: 'exclusion',
      ground: 'own_benefit',
      note: '',
      declaredAt: instant('2024-04-03T08:10:00.000Z'),
    },
  ],
};

export const sampleJuryOrder: JuryOrder = {
  ...sampleFrame,
  members: [
    { name: 'Marianna Zubrycka', function: 'chair', represents: 'biblioteka spoza powiatu' },
    { name: 'Tomas Vaina', function: 'secretary', represents: 'biblioteka' },
    { name: 'Piotr Maksimowicz', function: 'member', represents: '' },
  ],
  quorum: 3,
};
