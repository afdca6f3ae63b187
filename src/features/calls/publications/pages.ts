import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { orderWriters } from '../access.ts';
import { callPaths } from '../paths.ts';
import type { Call } from '../queries.ts';
import { crumbsOf } from '../settings.ts';
import { limits } from './forms.ts';
import { publicationPaths } from './paths.ts';
import * as queries from './queries.ts';
import { placeNames, publicationName, publicationTitles, resultsName } from './texts.ts';

const fields = ['what', 'place', 'address', 'placedOn', 'note', 'takeBack'] as const;
type Typed = Record<(typeof fields)[number], string>;

/** One thing that was published, as the list shows it. */
interface Listed {
  readonly value: string;
  readonly name: string;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly reason: string;
  readonly address: string;
  readonly copy: string;
  readonly paper: string;
}

/** What the call published, the newest first, where else each was placed, and the form that says so. */
export function publicationsPage(
  reader: Reader,
  actor: Actor,
  call: Call,
  { correcting, raw }: { correcting: number | null; raw?: RawBody },
) {
  const places = queries.readPlaces(reader, call.id);
  const before = places.find(({ id, holds }) => id === correcting && holds);
  const mayNote = hasAnyRole(actor, orderWriters, call.id);
  const listed = listOf(reader, call.id);
  const rows = listed.map((one) => ({
    ...one,
    id: one.value.replace(':', '-'),
    places: places
      .filter((place) => place.holds && optionOf(place) === one.value)
      .map((place) => ({ ...shown(place), correct: mayNote ? publicationPaths.correctOf(call.id, place.id) : '' })),
  }));
  return {
    crumbs: crumbsOf(call, publicationTitles.list),
    callTitle: quoted(call.title),
    ...{ rows, mayNote, limits },
    past: places.filter(({ holds, isWithdrawn }) => !holds && !isWithdrawn).map(shown),
    before: before === undefined ? null : { id: before.id, ...shown(before) },
    typed:
      raw === undefined
        ? typedOf(before)
        : (Object.fromEntries(fields.map((field) => [field, rawText(raw, field)])) as Typed),
    what: listed.map(({ value, name, publishedAt }) => ({ value, label: `${name} (${longMoment(publishedAt)})` })),
    placeOptions: Object.entries(placeNames).map(([value, label]) => ({ value, label })),
    action: publicationPaths.listOf(call.id),
  };
}

function listOf(reader: Reader, callId: number): Listed[] {
  const own = queries.readPublications(reader, callId).map((one) => ({
    value: `publication:${one.id}`,
    name: publicationName(one),
    ...{ publishedAt: one.publishedAt, publishedBy: one.publishedBy, reason: one.reason, address: one.address },
    copy: publicationPaths.copyOf(callId, one.id),
    paper: one.fileId === null ? '' : `/pliki/${one.fileId}`,
  }));
  const results = queries.readResultsPublications(reader, callId).map((one) => ({
    value: `results:${one.id}`,
    name: resultsName,
    ...{ publishedAt: one.publishedAt, publishedBy: one.publishedBy, reason: '', address: one.address },
    // Their page is drawn from the kept results.
    copy: callPaths.resultsOf(callId),
    paper: '',
  }));
  return [...own, ...results].sort((a, b) =>
    a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : 0,
  );
}

function optionOf({ publicationId, resultsId }: queries.PublicationPlace): string {
  return resultsId === null ? `publication:${publicationId}` : `results:${resultsId}`;
}

function shown(place: queries.PublicationPlace) {
  return {
    name: placeNames[place.place],
    address: place.address,
    href: /^https?:\/\/[^\s]+$/u.test(place.address) ? place.address : '',
    placedOn: place.placedOn,
    note: place.note,
    scans: place.scans.map(({ fileId, name }) => ({ name, href: `/pliki/${fileId}` })),
    notedBy: place.notedBy,
    notedAt: place.notedAt,
  };
}

function typedOf(place: queries.PublicationPlace | undefined): Typed {
  if (place === undefined) return { what: '', place: '', address: '', placedOn: '', note: '', takeBack: '' };
  const { address, placedOn, note } = place;
  return { what: optionOf(place), place: place.place, address, placedOn, note, takeBack: '' };
}

/** How one publication read when it was published. */
export function copyPage(reader: Reader, call: Call, publication: queries.CallPublication) {
  return {
    crumbs: [
      ...crumbsOf(call, '').slice(0, 2),
      { label: publicationTitles.list, href: publicationPaths.listOf(call.id) },
      { label: publicationName(publication) },
    ],
    name: publicationName(publication),
    callTitle: quoted(call.title),
    publishedAt: publication.publishedAt,
    publishedBy: publication.publishedBy,
    reason: publication.reason,
    address: publication.address,
    paper: publication.fileId === null ? '' : `/pliki/${publication.fileId}`,
    blocks: queries.readKeptCopy(reader, publication.id).shown,
  };
}
