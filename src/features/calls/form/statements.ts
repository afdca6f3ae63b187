import { noOrphans } from '../../../lib/polish.ts';

/** A statement as it is ticked: what it begins with and the points it holds, all under one box. */
export interface Statement {
  readonly lead: string;
  readonly points: readonly string[];
}

const dash = /^[-–•]\s+/;

/** Its lines: those that begin with a dash are points; a line without one goes on with what stands before it. */
export function statementOf(text: string): Statement {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.reduce<{ lead: string; points: string[] }>(
    ({ lead, points }, line) => {
      if (dash.test(line)) return { lead, points: [...points, line.replace(dash, '')] };
      if (points.length === 0) return { lead: `${lead} ${line}`.trim(), points };
      return { lead, points: points.with(-1, `${points.at(-1)} ${line}`.trim()) };
    },
    { lead: '', points: [] },
  );
}

/** What it is called in a list of what is missing: its beginning alone. */
export function statementName(text: string): string {
  return statementOf(text).lead.replace(/:$/, '…');
}

/** For paper: the beginning and each point in a line of its own. */
export function statementLines(text: string): string {
  const { lead, points } = statementOf(text);
  return [lead, ...points.map((point) => `– ${point}`)].join('\n');
}

export interface ShownStatement {
  readonly label: string;
  readonly points: readonly string[];
}

/** For a page, typeset. */
export function shownStatement(text: string): ShownStatement {
  const { lead, points } = statementOf(text);
  return { label: noOrphans(lead), points: points.map(noOrphans) };
}
