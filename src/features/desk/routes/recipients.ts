import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import { hasAnyRole } from '../../../lib/actor.ts';
import { readOutbox } from '../../../mail/outbox.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { pageAsked, pageLinks } from '../../../web/page-links.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { letterReaders, letterSenders } from '../../correspondence/access.ts';
import { type Contact, contactOf, saveContact } from '../../correspondence/contacts.ts';
import { contactForm } from '../../correspondence/dispatch-forms.ts';
import {
  addressLines,
  channelChoices,
  channelNames,
  contactRefusals,
  flashes,
} from '../../correspondence/dispatch-texts.ts';
import { mayReach, openApplications, openLetters } from '../access.ts';
import { letterRows } from '../letter-rows.ts';
import { formTitles } from '../letter-texts.ts';
import { noFilter, toPerson } from '../log-filter.ts';
import { deskPaths } from '../paths.ts';
import type { PostOffice } from '../post-office.ts';

const names = ['channel', 'phone', 'street', 'postalCode', 'city', 'eDelivery', 'version'] as const;

/** One person: everything that went to her, and how she is written to. */
export function recipientRoutes(web: Web, deps: Deps, { kinds }: PostOffice): void {
  const { db } = deps;
  const recipientOn = (visit: Visit): Contact => {
    const personId = visit.id();
    const contact = mayReach(db, visit.actor, personId)
      ? contactOf(db, personId, openApplications(visit.actor))
      : undefined;
    if (contact === undefined) throw new Stop(absent);
    return contact;
  };

  web.page(deskPaths.recipient, letterReaders, (visit) => {
    const contact = recipientOn(visit);
    const page = pageAsked(visit.query);
    const which = sql`${openLetters(visit.actor)} and ${toPerson(contact.personId)}`;
    const { letters, pages } = readOutbox(db, which, noFilter, page);
    if (page > pages) return absent;
    return view('desk/recipient', formTitles.recipient(contact.name), {
      h1: formTitles.recipient(contact.name),
      letters: letterRows(db, kinds, letters),
      contact: {
        ...contact,
        channelName: channelNames[contact.channel],
        email: contact.email ?? '',
        address: addressLines(contact).join(', '),
      },
      edit: hasAnyRole(visit.actor, letterSenders) ? deskPaths.contactOf(contact.personId) : '',
      links: pageLinks(page, pages, (number) => `${deskPaths.recipientOf(contact.personId)}?strona=${number}`),
      outbox: deskPaths.outbox,
    });
  });

  const contactPage = (visit: Visit, raw?: RawBody): Answer => {
    const contact = recipientOn(visit);
    const { chosen, version, ...rest } = contact;
    const stored = { ...rest, channel: chosen ?? 'usual', version: String(version) };
    const typed = Object.fromEntries(
      names.map((name) => [name, raw === undefined ? stored[name] : rawText(raw, name)]),
    );
    return view('desk/contact', formTitles.contact, {
      name: contact.name,
      email: contact.email ?? '',
      isFromApplication: contact.isFromApplication,
      typed,
      version,
      choices: channelChoices,
      action: deskPaths.contactOf(contact.personId),
      back: deskPaths.recipientOf(contact.personId),
      outbox: deskPaths.outbox,
    });
  };

  web.page(deskPaths.contact, letterSenders, (visit) => contactPage(visit));

  web.submit(deskPaths.contact, letterSenders, {
    form: contactForm,
    refusals: contactRefusals,
    again: (visit, _errors, raw) => contactPage(visit, raw),
    run(visit, typed) {
      const { personId } = recipientOn(visit);
      const saved = saveContact(deps, visit.actor, personId, typed);
      return saved.ok ? redirect(deskPaths.recipientOf(personId), flashes.contactSaved) : saved;
    },
  });
}
