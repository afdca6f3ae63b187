import type { Reader } from '../../../db/connection.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { drawOrderBody, drawOrderEnd, drawOrderHead, loadFrame, type OrderFrame } from '../../calls/order-texts.ts';
import { readCall } from '../../calls/queries.ts';
import type { JuryMember } from '../queries.ts';
import { membersOf } from '../queries.ts';
import { functionNames } from '../texts.ts';

export interface JuryOrder extends OrderFrame {
  readonly members: readonly Pick<JuryMember, 'name' | 'function' | 'represents'>[];
  readonly quorum: number;
}

export function loadJuryOrder(reader: Reader, callId: number): JuryOrder {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const members = membersOf(reader, callId).map(({ name, function: seat, represents }) => ({
    ...{ name, represents },
    function: seat,
  }));
  return { ...loadFrame(reader, 'order_jury', call), members, quorum: call.quorum };
}

export function drawJuryOrder(sheet: Sheet, order: JuryOrder): void {
  const call = quoted(order.callTitle);
  drawOrderHead(sheet, order, `powołania komisji konkursowej w konkursie ${call}`);
  drawOrderBody(sheet, [
    [`Powołuje się komisję konkursową do oceny wniosków złożonych w konkursie ${call}, w składzie:`],
  ]);
  sheet.table({
    columns: [
      { head: 'Lp.', width: 0.8 },
      { head: 'Imię i nazwisko', width: 4, rowHead: true },
      { head: 'Funkcja', width: 3.4 },
      { head: 'Reprezentuje', width: 3.4 },
    ],
    rows: order.members.map((member, index) => [
      String(index + 1),
      member.name,
      functionNames[member.function],
      member.represents || '–',
    ]),
  });
  const paragraphs = [
    [
      'Komisja ocenia wnioski według kryteriów z regulaminu konkursu, układa ranking i sporządza protokół.',
      'Każda osoba w komisji ocenia wnioski samodzielnie.',
      `Komisja rozstrzyga, gdy jest w niej obecne co najmniej ${counted(order.quorum, 'osoba', 'osoby', 'osób')}.`,
    ],
    [
      'Zanim pozna treść wniosków, każda osoba w komisji składa oświadczenie o bezstronności i poufności.',
      'Kto jest wyłączony z oceny wniosku, nie czyta go, nie ocenia i nie bierze udziału w rozmowie o nim.',
    ],
    ['Komisja kończy pracę z dniem ogłoszenia wyników konkursu.'],
  ];
  drawOrderBody(sheet, paragraphs, 2);
  drawOrderEnd(sheet, order, paragraphs.length + 2);
}
