import type { Face } from './fonts.ts';

/** How a text is set; sizes in points. */
export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
}

/** The inks of the printed page. `rule` and `mark` are decoration only. */
export const inks = {
  text: '#1a2027',
  quiet: '#4b545d',
  edge: '#6f7880',
  rule: '#cdd2cd',
  mark: '#eceeeb',
  paper: '#ffffff',
  panel: '#7a2e1d',
} as const;

export const styles = {
  title: { face: 'serif-bold', size: 22, leading: 27, colour: inks.text },
  subtitle: { face: 'serif', size: 13.5, leading: 18.5, colour: inks.quiet },
  heading1: { face: 'serif-bold', size: 16, leading: 21, colour: inks.text },
  heading2: { face: 'serif-bold', size: 13, leading: 17.5, colour: inks.text },
  heading3: { face: 'sans-bold', size: 11, leading: 15, colour: inks.text },
  body: { face: 'serif', size: 11, leading: 15.5, colour: inks.text },
  strong: { face: 'serif-bold', size: 11, leading: 15.5, colour: inks.text },
  note: { face: 'sans', size: 10, leading: 14, colour: inks.quiet },
  label: { face: 'sans', size: 10, leading: 14, colour: inks.quiet },
  value: { face: 'sans', size: 10, leading: 14, colour: inks.text },
  columnHead: { face: 'sans-bold', size: 9.5, leading: 13, colour: inks.quiet },
  cell: { face: 'sans', size: 10, leading: 13.5, colour: inks.text },
  strongCell: { face: 'sans-bold', size: 10, leading: 13.5, colour: inks.text },
  caption: { face: 'sans-bold', size: 10.5, leading: 15, colour: inks.text },
  organisation: { face: 'sans-bold', size: 9, leading: 12, colour: inks.text },
  posterTitle: { face: 'serif-bold', size: 41, leading: 46, colour: inks.text },
  posterLongTitle: { face: 'serif-bold', size: 29, leading: 34, colour: inks.text },
  posterLead: { face: 'serif', size: 14.5, leading: 20.5, colour: inks.text },
  posterLabel: { face: 'sans', size: 11, leading: 18, colour: inks.quiet },
  posterValue: { face: 'sans', size: 13, leading: 18, colour: inks.text },
  panelBig: { face: 'serif-bold', size: 28, leading: 35, colour: inks.paper },
  panelSmall: { face: 'sans-bold', size: 14, leading: 20, colour: inks.paper },
  margin: { face: 'sans', size: 8.5, leading: 11.5, colour: inks.quiet },
  warning: { face: 'sans-bold', size: 11, leading: 17, colour: inks.panel },
  rehearsalMark: { face: 'sans-bold', size: 148, leading: 148, colour: inks.mark },
  draftMark: { face: 'sans-bold', size: 118, leading: 118, colour: inks.mark },
} as const satisfies Record<string, TextStyle>;
