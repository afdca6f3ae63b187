import type { Instant } from '../../../lib/days.ts';
import { grosze } from '../../../lib/money.ts';
import { sampleCallTitle, sampleLetterhead, sampleLibrary } from '../../organisation/sample.ts';
import type { BlankForm } from './blank-form.ts';

export const sampleBlankForm: BlankForm = {
  call: { title: sampleCallTitle, closesAt: '2024-03-15T14:00:00.000Z' as Instant, blind: '' },
  asked: {
    form: {
      sections: [
        {
          code: 'idea',
          title: 'Pomysł',
          questions: [
            {
              ...{ code: 'summary', label: 'Opowiedzcie o pomyśle w kilku zdaniach', kind: 'long', optional: false },
              ...{ hint: 'Tak, jak opowiedzielibyście sąsiadce przy płocie.', maxLetters: 700 },
            },
            {
              ...{
                code: 'partner',
                label: 'Kto Wam pomaga?',
                hint: '',
                kind: 'short',
                maxLetters: 120,
                optional: true,
              },
            },
          ],
        },
      ],
      consents: [{ code: 'rules', text: 'Znamy regulamin konkursu i zgadzamy się na jego zasady.' }],
    },
    kinds: ['Osoba: pełnoletnia, mieszka w powiecie', 'Grupa nieformalna: co najmniej trzy osoby'],
    categories: ['materiały', 'wynagrodzenia i honoraria'],
    asksPay: true,
    minGrosze: grosze(2_000_00),
    maxGrosze: grosze(8_000_00),
    realisation: { firstOn: null, lastOn: null },
  },
  library: {
    place: `${sampleLibrary.name}, ${sampleLibrary.address}`,
    hours: 'Od poniedziałku do piątku, 9.00–17.00.',
    phone: '87 123 45 67',
  },
  letterhead: sampleLetterhead,
  address: 'https://oddolnie.example.org/wnioski/nowy?nabor=1',
  askedAt: '2024-02-12T07:00:00.000Z' as Instant,
};
