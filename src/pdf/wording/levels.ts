import type { Line, Mark, Outline } from './outline.ts';

/** What a line may build on: whether a heading stands above, the point right above, and whether an empty line parts them. */
interface Above {
  readonly heading: boolean;
  readonly point: '' | 'point' | 'subpoint' | 'letter';
  readonly blank: boolean;
}

/** Lines that skip a level, whichever of the conditions hold: „###” with no „##” or „§” above it, „a)” that is below no „1)”. */
export function levelsSkipped(outline: Outline): Line[] {
  const wrong = new Set<Line>();
  walk(outline, [{ heading: false, point: '', blank: true }], wrong);
  return [...wrong];
}

/** Every way the lines above may end, through all branches. */
function walk(outline: Outline, above: readonly Above[], wrong: Set<Line>): readonly Above[] {
  let states = above;
  for (const node of outline) {
    if (node.is === 'line') {
      if (states.some((state) => skips(node.mark, state))) wrong.add(node);
      states = distinct(states.map((state) => after(node.mark, state)));
    } else states = distinct([...walk(node.yes, states, wrong), ...walk(node.no, states, wrong)]);
  }
  return states;
}

function skips(mark: Mark, { heading, point }: Above): boolean {
  return (mark === 'subheading' && !heading) || (mark === 'letter' && point !== 'subpoint' && point !== 'letter');
}

function after(mark: Mark, above: Above): Above {
  switch (mark) {
    case 'blank':
      return { ...above, blank: true };
    case 'text':
      return { ...above, blank: false, point: above.blank ? '' : above.point };
    case 'point':
    case 'subpoint':
    case 'letter':
      return { ...above, blank: false, point: mark };
    case 'title':
      return { heading: false, point: '', blank: false };
    case 'heading':
    case 'section':
      return { heading: true, point: '', blank: false };
    default:
      return { ...above, blank: false, point: '' };
  }
}

function distinct(states: readonly Above[]): readonly Above[] {
  return [...new Map(states.map((state) => [JSON.stringify(state), state])).values()];
}
