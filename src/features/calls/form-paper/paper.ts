import type { Sheet } from '../../../pdf/sheet.ts';
import type { Language } from '../form/languages.ts';
import type { Statement } from '../form/statements.ts';
import { drawStatements } from './statements.ts';
import { paperTexts } from './texts.ts';

/** One thing the form asks for: what stands there already, or lines to write on. */
export type FormBlock =
  | {
      readonly is: 'field';
      /** '' where the part says it. */
      readonly label: string;
      /** Said above the lines. */
      readonly hint: string;
      readonly written: string;
      /** Of what is written, where it is not the document's. */
      readonly lang?: Language;
      readonly lines: number;
    }
  | { readonly is: 'choice'; readonly label: string; readonly options: readonly string[] }
  | {
      readonly is: 'table';
      readonly hints: readonly string[];
      readonly heads: readonly { readonly head: string; readonly width: number }[];
      readonly rows: readonly (readonly string[])[];
      /** Rows left to write in. */
      readonly emptyRows: number;
    }
  | {
      readonly is: 'consents';
      readonly hint: string;
      readonly given: readonly Statement[];
      readonly open: readonly string[];
    };

export interface FormPart {
  readonly title: string;
  readonly blocks: readonly FormBlock[];
}

/** A form on paper, whole: what stands above its questions, the questions, and who signs. */
export interface FormPaper {
  readonly title: string;
  readonly subtitle: string;
  /** Sentences above the first question. */
  readonly lead: readonly string[];
  readonly qr: { readonly address: string; readonly label: string };
  readonly parts: readonly FormPart[];
  /** Said above the signatures; '' = nothing. */
  readonly confirmation: string;
  readonly signatures: readonly string[];
  /** Small, at the very end: for the library, or which version was printed. */
  readonly foot: string;
}

export function drawFormPaper(sheet: Sheet, paper: FormPaper): void {
  sheet.title(paper.title, paper.subtitle);
  for (const sentence of paper.lead) sheet.paragraph(sentence);
  sheet.qr(paper.qr.address, paper.qr.label);
  for (const { title, blocks } of paper.parts) {
    sheet.heading(title, 1);
    for (const block of blocks) drawBlock(sheet, block);
  }
  sheet.paragraph(paper.confirmation);
  sheet.signatures(paper.signatures.map((role) => ({ role, name: '' })));
  sheet.paragraph(paper.foot, { quiet: true });
}

function drawBlock(sheet: Sheet, block: FormBlock): void {
  switch (block.is) {
    case 'field':
      if (block.label !== '') sheet.heading(block.label, 3);
      if (block.written === '') {
        sheet.paragraph(block.hint, { quiet: true });
        sheet.writingLines(block.lines);
      } else sheet.prose(block.written, block.lang);
      break;
    case 'choice':
      sheet.heading(block.label, 3);
      sheet.boxes(block.options);
      break;
    case 'table':
      for (const hint of block.hints) sheet.paragraph(hint, { quiet: true });
      sheet.table({
        columns: block.heads.map(({ head, width }) => ({ head, width })),
        ...{ rows: block.rows, emptyRows: block.emptyRows },
      });
      break;
    case 'consents':
      if (block.given.length > 0) {
        sheet.paragraph(paperTexts.given, { strong: true });
        drawStatements(sheet, block.given);
      }
      if (block.open.length > 0) {
        sheet.paragraph(block.hint, { quiet: true });
        sheet.boxes(block.open);
      }
  }
}
