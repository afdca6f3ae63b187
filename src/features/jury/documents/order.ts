import type { Reader } from '../../../db/connection.ts';
import { counted } from '../../../lib/polish.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import { fieldsMeaning, type WordingPart } from '../../../pdf/wording/wording.ts';
import {
  loadFrame,
  type OrderFrame,
  orderMeanings,
  orderParts,
  orderText,
  orderValues,
} from '../../calls/order-texts.ts';
import { readCall } from '../../calls/queries.ts';
import type { JuryMember } from '../queries.ts';
import { membersOf } from '../queries.ts';
import { functionNames } from '../texts.ts';

export interface JuryOrder extends OrderFrame {
  readonly members: readonly Pick<JuryMember, 'name' | 'function' | 'represents'>[];
  readonly quorum: number;
}

export function loadJuryOrder(reader: Reader, callId: number, occasion: Occasion): JuryOrder {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const members = membersOf(reader, callId).map(({ name, function: seat, represents }) => ({
    ...{ name, represents },
    function: seat,
  }));
  return { ...loadFrame(reader, call, occasion), members, quorum: call.quorum };
}

export const juryOrderFields = fieldsMeaning(
  {
    ...orderMeanings,
    kworum: 'ile osób z prawem głosu musi być obecnych: „3 osoby”',
  },
  {
    'są-bez-głosu': 'ktoś jest w komisji bez prawa głosu',
    'jest-rezerwa': 'ktoś jest w komisji w rezerwie',
  },
);

export function juryOrderValues(order: JuryOrder): TemplateValues {
  const has = (held: JuryMember['function']) => order.members.some((member) => member.function === held);
  return {
    ...orderValues(order),
    kworum: counted(order.quorum, 'osoba', 'osoby', 'osób'),
    'są-bez-głosu': has('non_voting'),
    'jest-rezerwa': has('reserve'),
  };
}

export const juryOrderParts: Readonly<Record<string, WordingPart<JuryOrder>>> = {
  ...orderParts,
  skład: {
    meaning: 'tabela osób w komisji',
    isNeeded: true,
    draw: (sheet, { members }) =>
      sheet.table({
        columns: [
          { head: 'Lp.', width: 0.8 },
          { head: 'Imię i nazwisko', width: 4, rowHead: true },
          { head: 'Funkcja', width: 3.4 },
          { head: 'Reprezentuje', width: 3.4 },
        ],
        rows: members.map((member, index) => [
          String(index + 1),
          member.name,
          functionNames[member.function],
          member.represents || '–',
        ]),
      }),
  },
};

export const juryOrderText = orderText(
  'powołania komisji konkursowej w konkursie {{konkurs}}',
  `§
Powołuje się komisję konkursową do oceny wniosków złożonych w konkursie {{konkurs}}, w składzie:

[skład]

§
1. Komisja ocenia wnioski według kryteriów z regulaminu konkursu, układa ranking i sporządza protokół.
2. Każda osoba w komisji ocenia wnioski samodzielnie.
3. Komisja rozstrzyga, gdy jest w niej obecne co najmniej {{kworum}}{{#if są-bez-głosu}} z prawem głosu{{/if}}.
{{#if są-bez-głosu}}
4. Kto jest w komisji bez prawa głosu, czyta wnioski i bierze udział w posiedzeniu, a nie daje punktów.
{{/if}}
{{#if jest-rezerwa}}
5. Osoba rezerwowa składa oświadczenie i zaczyna pracę, gdy zostanie powołana z rezerwy.
{{/if}}

§
1. Zanim pozna treść wniosków, każda osoba w komisji składa oświadczenie o bezstronności i poufności.
2. Kto jest wyłączony z oceny wniosku, nie czyta go, nie ocenia i nie bierze udziału w rozmowie o nim.

§
Komisja kończy pracę z dniem ogłoszenia wyników konkursu.`,
);
