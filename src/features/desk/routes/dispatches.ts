import type { Deps } from '../../../deps.ts';
import { warsawDay } from '../../../lib/days.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { noFields } from '../../accounts/forms.ts';
import { letterSenders } from '../../correspondence/access.ts';
import { contactOf } from '../../correspondence/contacts.ts';
import { correctionForm, dispatchForm, limits, proofLimitBytes } from '../../correspondence/dispatch-forms.ts';
import { type Dispatch, readDispatch } from '../../correspondence/dispatch-queries.ts';
import {
  addressLines,
  dispatchRefusals,
  dispatchWords,
  flashes,
  hourNow,
  waySlugs,
  wayTitles,
} from '../../correspondence/dispatch-texts.ts';
import { addProof, correctDispatch, recordDispatch } from '../../correspondence/dispatches.ts';
import { type Way, ways } from '../../correspondence/policy.ts';
import { formTitles } from '../letter-texts.ts';
import { deskPaths } from '../paths.ts';
import { letterOn } from './letter.ts';

const names = [
  'doneOn',
  'doneTime',
  'deliveredOn',
  'doneBy',
  'withWhom',
  'number',
  'note',
  'reason',
  'takeBack',
] as const;
type Typed = Readonly<Record<(typeof names)[number], string>>;

/** Writing down how a letter reached somebody, putting that right, and its proof. */
export function dispatchRoutes(web: Web, deps: Deps): void {
  const { db } = deps;
  const wayOn = (visit: Visit): Way => {
    const way = ways.find((one) => waySlugs[one] === visit.param('sposob'));
    if (way === undefined) throw new Stop(absent);
    return way;
  };
  const page = (visit: Visit, way: Way, typed: Typed, before: Dispatch | null): Answer => {
    const letter = letterOn(deps, visit);
    if (letter.linkId !== null) return absent;
    const contact = letter.toPersonId === null ? undefined : contactOf(db, letter.toPersonId);
    return view('desk/dispatch', before === null ? wayTitles[way] : formTitles.correction, {
      way: { [way]: true },
      h1: before === null ? wayTitles[way] : formTitles.correction,
      letter: { subject: letter.subject, toName: letter.toName, href: deskPaths.letterOf(letter.id) },
      address: contact === undefined ? '' : addressLines(contact).join(', '),
      phone: contact?.phone ?? '',
      eDelivery: contact?.eDelivery ?? '',
      action:
        before === null
          ? deskPaths.dispatchingOf(letter.id, waySlugs[way])
          : deskPaths.correctionOf(letter.id, before.id),
      before: before === null ? null : dispatchWords(before),
      typed,
      limits,
      outbox: deskPaths.outbox,
    });
  };
  const fresh = (visit: Visit): Typed => ({
    ...blank,
    doneOn: warsawDay(visit.now),
    doneTime: hourNow(visit.now),
    doneBy: visit.actor.kind === 'person' ? visit.actor.name : '',
    withWhom: letterOn(deps, visit).toName,
  });
  const proofIn = (visit: Visit) => visit.files.find(({ field }) => field === 'proof');

  web.page(deskPaths.dispatching, letterSenders, (visit) => page(visit, wayOn(visit), fresh(visit), null));

  // The fields are read by the way in the address, so the form only lets them through.
  web.submit(deskPaths.dispatching, letterSenders, {
    form: noFields,
    refusals: dispatchRefusals,
    fileLimitBytes: proofLimitBytes,
    again: (visit, _errors, raw) => page(visit, wayOn(visit), typedIn(raw), null),
    run(visit, _typed, raw) {
      const { id } = letterOn(deps, visit);
      const facts = dispatchForm(wayOn(visit)).safeParse(raw);
      if (!facts.success) return { ok: false, code: 'fields_wrong', fields: fieldsOf(facts.error) };
      const recorded = recordDispatch(deps, visit.actor, id, facts.data, proofIn(visit));
      return recorded.ok ? redirect(deskPaths.letterOf(id), flashes.dispatched) : recorded;
    },
  });

  const beforeOn = (visit: Visit): Dispatch => {
    const before = readDispatch(db, letterOn(deps, visit).id, visit.id('wpis'));
    if (before === undefined) throw new Stop(absent);
    return before;
  };

  web.page(deskPaths.correction, letterSenders, (visit) => {
    const before = beforeOn(visit);
    if (!before.holds) return redirect(deskPaths.letterOf(before.letterId));
    return page(visit, before.way, typedOf(before), before);
  });

  web.submit(deskPaths.correction, letterSenders, {
    form: noFields,
    refusals: dispatchRefusals,
    fileLimitBytes: proofLimitBytes,
    again(visit, _errors, raw) {
      const before = beforeOn(visit);
      return page(visit, before.way, typedIn(raw), before);
    },
    run(visit, _typed, raw) {
      const { id: dispatchId, letterId, way } = beforeOn(visit);
      const typed = correctionForm(way).safeParse(raw);
      if (!typed.success) return { ok: false, code: 'fields_wrong', fields: fieldsOf(typed.error) };
      const corrected = correctDispatch(deps, visit.actor, {
        letterId,
        dispatchId,
        ...typed.data,
        proof: proofIn(visit),
      });
      if (!corrected.ok) return corrected;
      return redirect(deskPaths.letterOf(letterId), typed.data.facts === null ? flashes.takenBack : flashes.corrected);
    },
  });

  web.submit(deskPaths.proof, letterSenders, {
    form: noFields,
    refusals: dispatchRefusals,
    fileLimitBytes: proofLimitBytes,
    again: (visit) => view('desk/proof', formTitles.proof, proofPage(beforeOn(visit))),
    run(visit) {
      const { id: dispatchId, letterId } = beforeOn(visit);
      const proof = proofIn(visit);
      if (proof === undefined) return { ok: false, code: 'proof_missing', field: 'proof' };
      const added = addProof(deps, visit.actor, { letterId, dispatchId, proof });
      return added.ok ? redirect(deskPaths.letterOf(letterId), flashes.proofAdded) : added;
    },
  });

  web.page(deskPaths.proof, letterSenders, (visit) => view('desk/proof', formTitles.proof, proofPage(beforeOn(visit))));
}

function proofPage(dispatch: Dispatch) {
  return {
    dispatch: dispatchWords(dispatch),
    action: deskPaths.proofOf(dispatch.letterId, dispatch.id),
    back: deskPaths.letterOf(dispatch.letterId),
    outbox: deskPaths.outbox,
  };
}

const blank: Typed = {
  ...{ doneOn: '', doneTime: '', deliveredOn: '', doneBy: '', withWhom: '' },
  ...{ number: '', note: '', reason: '', takeBack: '' },
};

function typedIn(raw: RawBody): Typed {
  return Object.fromEntries(names.map((name) => [name, rawText(raw, name)])) as Typed;
}

function typedOf({ doneOn, doneAt, deliveredOn, doneBy, withWhom, number, note }: Dispatch): Typed {
  const doneTime = doneAt === null ? '' : hourNow(doneAt);
  return { ...blank, doneOn, doneTime, deliveredOn: deliveredOn ?? '', doneBy, withWhom, number, note };
}

function fieldsOf(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}) {
  return Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.'), message]).reverse());
}
