import type { Sheet } from '../../../pdf/sheet.ts';
import type { Statement } from '../form/statements.ts';

/** What was ticked: sentences as one list, then each statement that has points as a paragraph with its own list, never a list in a list. */
export function drawStatements(sheet: Sheet, statements: readonly Statement[]): void {
  sheet.list(statements.filter(({ points }) => points.length === 0).map(({ lead }) => lead));
  for (const { lead, points } of statements.filter((one) => one.points.length > 0)) {
    sheet.paragraph(lead);
    sheet.list(points);
  }
}
