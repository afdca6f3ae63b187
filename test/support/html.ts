/** A form as a browser would send it untouched. */
export interface PageForm {
  action: string;
  method: string;
  /** Multipart: the form takes files. */
  multipart: boolean;
  /** Name and value of everything that would be sent, hidden tokens included; buttons are not. */
  filled: [name: string, value: string][];
  /** Every name the form can send, unticked boxes and buttons included. */
  names: Set<string>;
  /** Those of them that send a file, empty or not. */
  files: string[];
  /** Words on its buttons. */
  buttons: string[];
}

/** The forms of a page in their order. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => {
    const { action = '', method = 'get', enctype } = attributesOf(head);
    const filled: [string, string][] = [];
    const names = new Set<string>();
    const controls = body.matchAll(/<(input|select|textarea|button)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/g);
    const files: string[] = [];
    const buttons: string[] = [];
    for (const [whole, kind = '', attributes = ''] of controls) {
      const { name, disabled, type } = attributesOf(attributes);
      const content = whole.slice(kind.length + attributes.length + 2).replace(/<\/\w+>$/, '');
      if (kind === 'button') buttons.push(textOf(content));
      if (name === undefined || disabled !== undefined) continue;
      names.add(name);
      if (type === 'file') files.push(name);
      for (const value of valuesOf(kind, attributesOf(attributes), content)) filled.push([name, value]);
    }
    return { action, method, multipart: enctype === 'multipart/form-data', filled, names, files, buttons };
  });
}

function valuesOf(kind: string, attributes: Record<string, string>, content: string): string[] {
  if (kind === 'button' || attributes['type'] === 'file' || attributes['type'] === 'submit') return [];
  if (kind === 'textarea') return [decode(content.replace(/^\r?\n/, ''))];
  if (kind === 'select') return chosenOf(content, 'multiple' in attributes);
  const isTick = attributes['type'] === 'checkbox' || attributes['type'] === 'radio';
  if (isTick) return 'checked' in attributes ? [attributes['value'] ?? 'on'] : [];
  return [attributes['value'] ?? ''];
}

/** A list without a chosen option sends its first one, as browsers do. */
function chosenOf(content: string, multiple: boolean): string[] {
  const options = [...content.matchAll(/<option\b([^>]*)>([^<]*)/g)].map(([, head = '', label = '']) => {
    const attributes = attributesOf(head);
    return { value: attributes['value'] ?? decode(label).trim(), chosen: 'selected' in attributes };
  });
  const chosen = options.filter((option) => option.chosen);
  return (chosen.length > 0 || multiple ? chosen : options.slice(0, 1)).map((option) => option.value);
}

/** The words a reader sees, blocks on their own lines, hard spaces kept as they are. */
export function textOf(html: string): string {
  return decode(
    html
      .replace(/<(script|style|template)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<title>[\s\S]*?<\/title>/g, '')
      .replace(/\s*\n\s*/g, ' ')
      .replace(
        /<(?:br|\/?(?:p|div|li|ul|ol|dl|dt|dd|tr|t[dh]|table|h\d|section|header|footer|main|form|label|legend)\b[^>]*)>/g,
        '\n',
      )
      .replace(/<[^>]+>/g, ''),
  )
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

export function titleOf(html: string): string {
  return decode(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
}

/** Addresses of the page's links by their words; of two alike the first. */
export function linksOf(html: string): Map<string, string> {
  const links = new Map<string, string>();
  for (const [, head = '', content = ''] of html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)) {
    const words = textOf(content).replaceAll('\n', ' ');
    const { href } = attributesOf(head);
    if (href !== undefined && !links.has(words)) links.set(words, href);
  }
  return links;
}

function attributesOf(head: string): Record<string, string> {
  const pairs = [...head.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), decode(value)]));
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** Text of an attribute or element without its entities. */
export function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name ?? ''] ?? whole;
  });
}
