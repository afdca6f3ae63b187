import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { currentPapers } from '../../../web/papers.ts';
import { orderSubject, orderWriters } from '../access.ts';
import { readChanges } from '../dates/changes.ts';
import { callPaths } from '../paths.ts';
import type { Call } from '../queries.ts';
import { readLegalVersions } from '../rules/queries.ts';
import { crumbsOf } from '../settings.ts';
import { limits } from './forms.ts';
import { orderPaths } from './paths.ts';
import { type DirectorOrder, readOrders, readStandingOrders } from './queries.ts';
import { aboutText, orderName, orderSubjects, orderTitle } from './texts.ts';

const fields = ['number', 'signedOn', 'subject', 'note', 'isPublic', 'takeBack'] as const;
type Typed = Record<(typeof fields)[number], string>;

/** Staff's page: the orders that hold, the form of a new one or of a correction, and what was written down before. */
export function ordersPage(
  reader: Reader,
  actor: Actor,
  call: Call,
  { correcting, raw }: { correcting: number | null; raw?: RawBody },
) {
  const all = readOrders(reader, call.id);
  const before = all.find(({ id, holds }) => id === correcting && holds);
  const mayStore = hasAnyRole(actor, orderWriters, call.id);
  return {
    crumbs: crumbsOf(call, orderTitle),
    callTitle: quoted(call.title),
    mayStore,
    orders: readStandingOrders(reader, call.id).map((order) => ({
      ...rowOf(order),
      correct: mayStore ? orderPaths.correctOf(call.id, order.id) : '',
    })),
    past: all.filter(({ holds, isWithdrawn }) => !holds && !isWithdrawn).map(rowOf),
    drafts: mayStore ? currentPapers(reader, orderSubject(call.id), 'order_rules') : [],
    draftOrder: mayStore ? callPaths.rulesOrderOf(call.id) : '',
    jury: callPaths.juryOf(call.id),
    before: before === undefined ? null : { id: before.id, what: rowOf(before).what },
    typed:
      raw === undefined
        ? typedOf(before)
        : (Object.fromEntries(fields.map((field) => [field, rawText(raw, field)])) as Typed),
    subjects: subjectsOf(reader, call.id),
    limits,
    action: orderPaths.listOf(call.id),
    back: orderPaths.listOf(call.id),
  };
}

function rowOf(order: DirectorOrder) {
  return {
    id: order.id,
    what: orderName(order),
    about: aboutText(order),
    note: order.note,
    isPublic: order.isPublic,
    scans: order.scans.map(({ fileId, name, size }) => ({ name, size, href: `/pliki/${fileId}` })),
    storedBy: order.storedBy,
    storedAt: order.storedAt,
  };
}

function typedOf(order: DirectorOrder | undefined): Typed {
  if (order === undefined) return { number: '', signedOn: '', subject: '', note: '', isPublic: '', takeBack: '' };
  const about = order.textId ?? order.changeId;
  return {
    ...{ number: order.number, signedOn: order.signedOn, note: order.note, takeBack: '' },
    subject: about === null ? order.concerns : `${order.concerns}:${about}`,
    isPublic: order.isPublic ? 'tak' : '',
  };
}

function subjectsOf(reader: Reader, callId: number) {
  const versions = readLegalVersions(reader, callId, 'rules').map(({ id, number }) => ({
    value: `rules:${id}`,
    label: `${orderSubjects.rules}, wersja ${number}`,
  }));
  const changes = readChanges(reader, callId).map(({ id, changedAt }) => ({
    value: `timetable:${id}`,
    label: `${orderSubjects.timetable} z ${longDate(warsawDay(changedAt))}`,
  }));
  const plain = (['jury', 'other'] as const).map((value) => ({ value, label: orderSubjects[value] }));
  return [...versions, ...plain.slice(0, 1), ...changes, ...plain.slice(1)];
}

/** On the call's own page: the orders that hold, each with its scan where everybody may read it. */
export function publicOrders(reader: Reader, callId: number) {
  return readStandingOrders(reader, callId).map((order) => ({
    name: orderName(order),
    note: aboutText(order),
    scans: order.isPublic ? order.scans.map(({ fileId, size }) => ({ href: `/pliki/${fileId}`, size })) : [],
  }));
}
