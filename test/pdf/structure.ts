import { type Drawn, run } from './inspect.ts';

/** One tag in reading order; `contents` are the marked pieces it holds itself, by page and by their order on the page. */
export interface Element {
  readonly name: string;
  readonly depth: number;
  readonly alt: string | undefined;
  readonly box: readonly number[] | undefined;
  readonly scope: string | undefined;
  readonly contents: readonly { readonly page: number; readonly piece: number }[];
}

export interface Structure {
  readonly lang: string;
  readonly showsTitle: boolean;
  readonly elements: readonly Element[];
}

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
type Dictionary = Readonly<Record<string, Value>>;

/** The tags of a file, as its structure tree has them. */
export function structureOf({ file }: Drawn): Structure {
  const json = JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', file)) as {
    qpdf: [unknown, Record<string, { value?: Value; stream?: { dict: Value } }>];
  };
  const objects = json.qpdf[1];
  const at = (value: Value | undefined): Value =>
    typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? (objects[`obj:${value}`]?.value ?? null) : (value ?? null);
  const dictionary = (value: Value | undefined) => (at(value) ?? {}) as Dictionary;
  const list = (value: Value | undefined): readonly Value[] => {
    const found = at(value);
    return Array.isArray(found) ? found : found === null ? [] : [found];
  };
  const text = (value: Value | undefined) => (typeof value === 'string' ? value.replace(/^[ub]:/, '') : undefined);

  const catalog = dictionary(dictionary(objects['trailer']?.value)['/Root']);
  const pages = list(dictionary(catalog['/Pages'])['/Kids']);
  const elements: Element[] = [];
  const visit = (value: Value, depth: number) => {
    const element = dictionary(value);
    const contents: { page: number; piece: number }[] = [];
    const attributes = dictionary(element['/A']);
    elements.push({
      name: String(element['/S']).slice(1),
      depth,
      alt: text(element['/Alt']),
      box: attributes['/BBox'] as readonly number[] | undefined,
      scope: attributes['/Scope'] as string | undefined,
      contents,
    });
    for (const kid of list(element['/K'])) {
      if (typeof kid === 'number') contents.push({ page: pages.indexOf(element['/Pg'] ?? null), piece: kid });
      else if (typeof kid === 'object' && kid !== null && '/MCID' in kid)
        contents.push({
          page: pages.indexOf((kid as Dictionary)['/Pg'] ?? null),
          piece: Number((kid as Dictionary)['/MCID']),
        });
      else visit(kid, depth + 1);
    }
  };
  for (const kid of list(dictionary(catalog['/StructTreeRoot'])['/K'])) visit(kid, 0);
  return {
    lang: text(catalog['/Lang']) ?? '',
    showsTitle: dictionary(catalog['/ViewerPreferences'])['/DisplayDocTitle'] === true,
    elements,
  };
}
