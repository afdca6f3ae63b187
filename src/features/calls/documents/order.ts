import type { Reader } from '../../../db/connection.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import { fieldsMeaning } from '../../../pdf/wording/wording.ts';
import { loadFrame, type OrderFrame, orderMeanings, orderText, orderValues } from '../order-texts.ts';
import { readCall } from '../queries.ts';
import { stageOf } from '../stages.ts';
import { windowText } from '../texts.ts';

export interface RulesOrder extends OrderFrame {
  readonly pool: Grosze;
  readonly least: Grosze;
  readonly most: Grosze;
  readonly submission: string;
}

export function loadRulesOrder(reader: Reader, callId: number, occasion: Occasion): RulesOrder {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const submission = stageOf(call.stages, 'submission');
  return {
    ...loadFrame(reader, call, occasion),
    pool: call.poolGrosze,
    least: call.minGrosze,
    most: call.maxGrosze,
    submission: submission === undefined ? '' : windowText(submission),
  };
}

export const rulesOrderFields = fieldsMeaning({
  ...orderMeanings,
  pula: 'pula konkursu, z kwotą słowami w nawiasie',
  najmniej: 'najmniejsza kwota na inicjatywę, z kwotą słowami w nawiasie',
  najwięcej: 'największa kwota na inicjatywę, z kwotą słowami w nawiasie',
  nabór: 'termin przyjmowania wniosków; puste, gdy terminarz go nie ma',
});

export function rulesOrderValues(order: RulesOrder): TemplateValues {
  const inFull = (amount: Grosze) => `${formatAmount(amount)} (słownie: ${amountInWords(amount)})`;
  return {
    ...orderValues(order),
    pula: inFull(order.pool),
    najmniej: inFull(order.least),
    najwięcej: inFull(order.most),
    nabór: order.submission,
  };
}

export const rulesOrderText = orderText(
  'ogłoszenia konkursu {{konkurs}} i wprowadzenia jego regulaminu',
  `§
1. Ogłasza się konkurs {{konkurs}}, zwany dalej „konkursem”.
2. Wprowadza się regulamin konkursu. Regulamin i jego załączniki są załącznikiem do zarządzenia.

§
1. Na inicjatywy wybrane w konkursie przeznacza się {{pula}}.
2. Kwota na realizację jednej inicjatywy wynosi od {{najmniej}} do {{najwięcej}}.
3. Pieniędzy nie wypłaca się wnioskodawcom. Biblioteka zamawia i płaci, na podstawie dokumentów wystawionych na bibliotekę.

§
{{#if nabór}}
1. Wnioski przyjmuje się w terminie: {{nabór}}.
{{/if}}
2. Regulamin ogłasza się na stronie konkursu, w Biuletynie Informacji Publicznej {{biblioteki}} oraz w jej siedzibie.

§
Wykonanie zarządzenia powierza się: …………………………………… (imię i nazwisko, stanowisko).`,
);
