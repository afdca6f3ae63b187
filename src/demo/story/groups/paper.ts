import type { Sheet } from '../../../pdf/sheet.ts';

export interface Paper {
  /** „Puńsk, 24 lutego 2024 r.” */
  readonly placeAndDay: string;
  readonly title: string;
  readonly text: string;
  readonly signedBy: readonly (readonly [role: string, name: string])[];
}

/** A page as people write it: place and day, what it is, a few sentences, who signs. */
export function paper({ placeAndDay, title, text, signedBy }: Paper): (sheet: Sheet) => void {
  return (sheet) => {
    sheet.paragraph(placeAndDay, { align: 'right' });
    sheet.title(title);
    sheet.prose(text);
    sheet.signatures(signedBy.map(([role, name]) => ({ role, name })));
  };
}
