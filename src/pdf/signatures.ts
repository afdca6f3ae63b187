import type { Flow, Tag } from './flow.ts';
import { drawLines, type Line, setLines } from './lines.ts';
import { asArtifact } from './page.ts';
import { inks, styles, type TextStyle } from './styles.ts';
import { tagged } from './tags.ts';

export interface Signature {
  readonly role: string;
  /** Printed under the line; empty when it is to be written by hand. */
  readonly name: string;
}

const between = 40;
/** Height to sign in, and where many sign on one page. */
const handRooms = { usual: 50, tight: 30 } as const;
const underLine = 4;
const signaturesGap = 28;
/** What the places to sign leave of a page for the text they take along. */
const textRoom = 90;

interface Place {
  readonly x: number;
  readonly width: number;
  readonly role: readonly Line[];
  readonly name: readonly Line[];
}

interface Rows {
  readonly rows: readonly (readonly Place[])[];
  readonly handRoom: number;
  /** Points of the rows that stay on one page: all of them, or the first where no page holds them. */
  readonly together: number;
}

/** Places to sign, two in a row, all on one page when a page can hold them; a single one stands on the right. */
export function addSignatures(flow: Flow, signatures: readonly Signature[]): void {
  const { rows, handRoom, together } = setRows(flow, signatures);
  flow.gap(signaturesGap);
  flow.need(together);
  for (const row of rows) {
    const height = heightOf(row, handRoom);
    flow.need(height);
    for (const place of row)
      tagged(flow, flow.root, 'Div', (tag) => drawSignature(flow, tag, place, roleHeight(row) + handRoom));
    flow.y += height;
    flow.gap(signaturesGap);
  }
}

/** Points that the places to sign want on the page of the end of the text before them. */
export function signaturesRoom(flow: Flow, signatures: readonly Signature[]): number {
  return signaturesGap + setRows(flow, signatures).together;
}

function setRows(flow: Flow, signatures: readonly Signature[]): Rows {
  const rows: Place[][] = [];
  for (let index = 0; index < signatures.length; index += 2) {
    const row = signatures.slice(index, index + 2);
    rows.push(row.map((signature, column) => setSignature(flow, signature, signatures.length === 1 ? 1 : column)));
  }
  const heightWith = (handRoom: number) =>
    rows.reduce((sum, row) => sum + heightOf(row, handRoom) + signaturesGap, -signaturesGap);
  const most = flow.pageRoom - textRoom;
  const handRoom = heightWith(handRooms.usual) <= most ? handRooms.usual : handRooms.tight;
  const all = heightWith(handRoom);
  return { rows, handRoom, together: all <= most ? all : heightOf(rows[0] ?? [], handRoom) };
}

function setSignature(flow: Flow, { role, name }: Signature, column: number): Place {
  const width = (flow.frame.width - between) / 2;
  const x = flow.frame.left + column * (width + between);
  return {
    x,
    width,
    role: setLines(flow.paper, role, styles.label, width),
    name: setLines(flow.paper, name, styles.body, width),
  };
}

function roleHeight(row: readonly Place[]): number {
  return Math.max(...row.map((place) => place.role.length)) * styles.label.leading;
}

function heightOf(row: readonly Place[], handRoom: number): number {
  const nameHeight = Math.max(...row.map((place) => place.name.length)) * styles.body.leading;
  return roleHeight(row) + handRoom + underLine + nameHeight;
}

/** `above`: points from the top of the row to the line one signs on. */
function drawSignature(flow: Flow, tag: Tag, { x, width, role, name }: Place, above: number): void {
  const lineY = flow.y + above;
  const write = (lines: readonly Line[], style: TextStyle, y: number) =>
    tagged(flow, tag, 'P', (part) => part.add(() => drawLines(flow.paper, lines, style, { x, y, width })));
  write(role, styles.label, flow.y);
  asArtifact(flow.paper, 'Layout', () => drawDots(flow, x, lineY, width));
  if (name.some((line) => line.width > 0)) write(name, styles.body, lineY + underLine);
}

function drawDots(flow: Flow, x: number, y: number, width: number): void {
  flow.paper.save().lineCap('round').dash(0.01, { space: 3.5 }).lineWidth(1.1).strokeColor(inks.edge);
  flow.paper
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke()
    .restore();
}
