import type { Subject } from '../../../history/record.ts';
import { isEmailAddress, normaliseEmail } from '../../../lib/identifiers.ts';
import { foldText } from '../../../lib/polish.ts';
import type { TemplateField, TemplateValues } from '../../../lib/template.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import type { Asked, Member, RecipientSet } from '../recipient-sets.ts';
import { readByHand, recipientKey } from './by-hand.ts';
import { callTitleOf, type Mailing } from './queries.ts';
import { andText, byHandName, commonMeanings } from './recipient-texts.ts';

/** One person of a mailing, whatever sets the person is in. */
export interface Recipient {
  readonly key: string;
  readonly personId: number | null;
  readonly name: string;
  readonly address: string | null;
  /** Names of the sets, in their order. */
  readonly sets: readonly string[];
  readonly sources: readonly Subject[];
  readonly values: TemplateValues;
}

/** What the text of a mailing may name: what every letter has, and what its sets bring. Somebody outside a set has its fields empty. */
export function fieldsOfMailing(sets: readonly RecipientSet[]): TemplateField[] {
  const meanings = Object.assign({}, commonMeanings, ...sets.map(({ fields }) => fields)) as Record<string, string>;
  return Object.entries(meanings).map(([name, meaning]) => ({ name, meaning, kind: 'text' }));
}

export function setsOf(registry: readonly RecipientSet[], codes: readonly string[]): RecipientSet[] {
  return registry.filter(({ code }) => codes.includes(code));
}

/**
 * The recipients of a mailing as they are now, of those the actor may see: one for each address, however many sets it comes from. What
 * several records say under one name stands together.
 */
export function gatherRecipients(registry: readonly RecipientSet[], mailing: Mailing, asked: Asked): Recipient[] {
  const sets = setsOf(registry, mailing.sets);
  const entries = [
    ...sets.flatMap((set) =>
      set.members(asked).map((member) => ({ ...member, sources: [member.about], set: set.name })),
    ),
    ...readByHand(mailing.byHand).people.map((one) => {
      return { ...one, personId: null, values: {} as Member['values'], sources: [] as Subject[], set: byHandName };
    }),
  ].map((entry) => ({ ...entry, address: usable(entry.address) }));
  const { name: organisationName, phone: organisationPhone } = readOrganisation(asked.reader);
  const common = {
    ...{ organisationName, organisationPhone, siteAddress: asked.publicUrl },
    callTitle: callTitleOf(asked.reader, mailing.callId),
  };
  const empty = Object.fromEntries(fieldsOfMailing(sets).map((field) => [field.name, '']));
  return [...grouped(entries)].map(([key, own]): Recipient => {
    const name = andText(namesOf(own));
    const names = distinct(own.flatMap((entry) => Object.keys(entry.values)));
    const values = names.map((field) => [field, together(own.map((entry) => entry.values[field] ?? ''))] as const);
    return {
      ...{ key, name, address: own[0]?.address ?? null },
      personId: own.find(({ personId }) => personId !== null)?.personId ?? null,
      sets: distinct(own.map(({ set }) => set)),
      sources: distinct(own.flatMap(({ sources }) => sources.map(({ kind, id }) => `${kind}:${id}`))).map(asSubject),
      values: { ...empty, ...common, ...Object.fromEntries(values), name },
    };
  });
}

function grouped<Entry extends Parameters<typeof recipientKey>[0]>(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = recipientKey(entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

/** Both of two people who share an address; one person who is in two sets, or written shorter in one of them, once. */
function namesOf(own: readonly { readonly name: string }[]): string[] {
  const names = distinct(own.map(({ name }) => name.trim()));
  const isShorter = (name: string) =>
    names.some(
      (other) => other !== name && foldText(other).includes(foldText(name)) && foldText(other) !== foldText(name),
    );
  const isRepeated = (name: string, place: number) =>
    names.findIndex((other) => foldText(other) === foldText(name)) < place;
  return names.filter((name, place) => !isShorter(name) && !isRepeated(name, place));
}

/** An address no server would take is no address. */
function usable(address: string | null): string | null {
  const normal = normaliseEmail(address ?? '');
  return isEmailAddress(normal) ? normal : null;
}

/** „A”, „B” of two records; addresses of pages each on a line. */
function together(values: readonly string[]): string {
  const all = distinct(values.filter((value) => value !== ''));
  return all.join(all.some((value) => /^https?:/u.test(value)) ? '\n' : ', ');
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

function asSubject(text: string): Subject {
  const [kind = '', id = ''] = text.split(':');
  return { kind, id: Number(id) };
}
