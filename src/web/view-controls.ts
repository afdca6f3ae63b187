import Handlebars from 'handlebars';
import { idOf } from './form.ts';

type Hash = Record<string, unknown>;
const { escapeExpression, SafeString } = Handlebars;

/** Helpers behind the form partials: they turn a partial's parameters into everything its markup needs. */
export const controlHelpers = { control, attributes, chosen, dayTyped, barShape };

/** In a partial: `{{attributes this "id" "class"}}`. */
function attributes(hash: Hash, ...given: unknown[]): Handlebars.SafeString {
  return attributesOf(hash, given.slice(0, -1).map(String));
}

/**
 * Markup attributes from a partial's parameters: the named ones and every `hx-…`, `data-…` and `aria-…`.
 * `true` gives a bare attribute; false, null, undefined and '' give none.
 */
function attributesOf(hash: Hash, names: readonly string[]): Handlebars.SafeString {
  const wanted = Object.entries(hash).filter(
    ([name]) => names.includes(name) || /^(hx|data|aria)-[a-z:-]+$/.test(name),
  );
  const present = wanted.filter(
    ([, value]) => value !== false && value !== null && value !== undefined && value !== '',
  );
  return new SafeString(
    present
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeExpression(String(value))}"`))
      .join(''),
  );
}

/** Parameters of a form control with all defaults, its id and its ARIA wiring. */
function control(hash: Hash): Hash {
  const name = String(hash.name ?? '');
  const id = String(hash.id ?? idOf(name));
  const notes = ['hint', 'error', 'unit', 'maxlength'].filter((key) => hash[key]);
  const described = notes.map((key) => `${id}-${key === 'maxlength' ? 'count' : key}`).join(' ');
  const aria = { 'aria-describedby': described, 'aria-invalid': hash.error ? 'true' : undefined };
  const own = ['inputmode', 'autocomplete', 'accept', 'multiple', 'readonly', 'disabled', 'spellcheck', 'lang', 'list'];
  return {
    ...{ hint: '', error: '', optional: false, width: '', unit: '', figure: false, type: 'text', rows: 5, prose: true },
    ...{ maxlength: 0, options: [], values: [], points: [], empty: '', checked: false },
    ...hash,
    id,
    name,
    value: hash.value ?? '',
    wiring: attributesOf({ ...hash, ...aria }, own),
    groupWiring: attributesOf({ ...aria, 'aria-invalid': undefined }, []),
  };
}

/** Whether an option is the chosen one: it says so itself, or its value is (among) the given. */
function chosen(option: Hash, given: unknown): boolean {
  if (option.selected === true || option.checked === true) return true;
  const values = Array.isArray(given) ? given : [given];
  return values.some(
    (value) => value !== '' && value !== null && value !== undefined && String(value) === String(option.value),
  );
}

/** A stored day (2024-06-15) as it is typed (15.06.2024); anything else stays as the person wrote it. */
function dayTyped(value: unknown): string {
  const typed = typeof value === 'string' ? value : '';
  return typed.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1');
}

/** Geometry of a bar from parts in thousandths of the whole; what passes 1000 is drawn as the end in another colour. */
function barShape(hash: Hash): Hash {
  const scale = hash.small === true ? 5 : 1;
  const part = (key: string) => Math.max(0, Math.round(Number(hash[key] ?? 0) / scale));
  const whole = 1000 / scale;
  const height = hash.thin === true || hash.small === true ? 12 : 20;
  const spent = Math.min(part('spent'), whole);
  const over = hash.over === true ? Math.round(whole / 25) : 0;
  return {
    ...{ label: hash.label, thin: height === 12, width: whole, height, spent, over, overFrom: whole - over },
    ...{ heldFrom: spent, held: Math.min(part('held'), whole - spent), mark: part('mark'), markTo: height + 4 },
  };
}
