import type { Reader } from '../../../db/connection.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import { quoted } from '../../../lib/polish.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { blank, drawOrderBody, drawOrderEnd, drawOrderHead, loadFrame, type OrderFrame } from '../order-texts.ts';
import { readCall } from '../queries.ts';
import { stageOf } from '../stages.ts';
import { windowText } from '../texts.ts';

export interface RulesOrder extends OrderFrame {
  readonly pool: Grosze;
  readonly least: Grosze;
  readonly most: Grosze;
  readonly submission: string;
}

export function loadRulesOrder(reader: Reader, callId: number): RulesOrder {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const submission = stageOf(call.stages, 'submission');
  return {
    ...loadFrame(reader, 'order_rules', call),
    pool: call.poolGrosze,
    least: call.minGrosze,
    most: call.maxGrosze,
    submission: submission === undefined ? '' : windowText(submission),
  };
}

export function drawRulesOrder(sheet: Sheet, order: RulesOrder): void {
  const { callTitle, genitiveName, pool, least, most, submission } = order;
  const inFull = (amount: Grosze) => `${formatAmount(amount)} (słownie: ${amountInWords(amount)})`;
  drawOrderHead(sheet, order, `ogłoszenia konkursu ${quoted(callTitle)} i wprowadzenia jego regulaminu`);
  const paragraphs = [
    [
      `Ogłasza się konkurs ${quoted(callTitle)}, zwany dalej „konkursem”.`,
      'Wprowadza się regulamin konkursu. Regulamin i jego załączniki są załącznikiem do zarządzenia.',
    ],
    [
      `Na inicjatywy wybrane w konkursie przeznacza się ${inFull(pool)}.`,
      `Kwota na realizację jednej inicjatywy wynosi od ${inFull(least)} do ${inFull(most)}.`,
      'Pieniędzy nie wypłaca się wnioskodawcom. Biblioteka zamawia i płaci, na podstawie dokumentów wystawionych na bibliotekę.',
    ],
    [
      ...(submission === '' ? [] : [`Wnioski przyjmuje się w terminie: ${submission}.`]),
      `Regulamin ogłasza się na stronie konkursu, w Biuletynie Informacji Publicznej ${genitiveName} oraz w jej siedzibie.`,
    ],
    [`Wykonanie zarządzenia powierza się: ${blank}${blank} (imię i nazwisko, stanowisko).`],
  ];
  drawOrderBody(sheet, paragraphs);
  drawOrderEnd(sheet, order, paragraphs.length + 1);
}
