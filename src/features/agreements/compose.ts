import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Instant } from '../../lib/days.ts';
import { type Day, warsawDay } from '../../lib/days.ts';
import { fingerprint } from '../../lib/fingerprint.ts';
import { amountInWords } from '../../lib/words.ts';
import { fillWording } from '../../pdf/wording/fill.ts';
import { documentText } from '../../pdf/wording/versions.ts';
import { readSubmitted } from '../applications/content.ts';
import { registerText } from '../applications/registers/texts.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { type StageKind, stageOf } from '../calls/stages.ts';
import { type Initiative, planLines } from '../initiatives/queries.ts';
import { type Organisation, readOrganisation } from '../organisation/queries.ts';
import { findProject } from '../project/queries.ts';
import type { AgreementContent, AgreementDates, FrozenWording, GroupParty, LibraryParty } from './content.ts';
import { type AgreementFacts, agreementValues, agreementVariantOf } from './documents/wording.ts';
import { agreementDocuments } from './documents.ts';
import type { Agreement } from './queries.ts';

export interface Issued {
  readonly number: string;
  readonly initiative: Initiative;
  readonly funds: AgreementContent['funds'];
  readonly issuedAt: Instant;
}

/**
 * The agreement as it would be issued now, and a fingerprint of what its reader sees: equal as long as no word, date or amount of it changes. Throws before
 * its funds are confirmed.
 */
export function agreementToIssue(
  { db, clock }: { readonly db: Reader; readonly clock: Clock },
  agreement: Pick<Agreement, 'number' | 'confirmedAt' | 'confirmedBy'>,
  initiative: Initiative,
): { readonly content: AgreementContent; readonly seen: string } {
  const { number } = agreement;
  const funds = fundsOf(db, agreement);
  const content = composeAgreement(db, clock, { number, initiative, funds, issuedAt: clock.now() });
  const { issuedAt: _now, ...lasting } = content;
  return { content, seen: fingerprint(lasting) };
}

function fundsOf(
  reader: Reader,
  { confirmedBy, confirmedAt }: Pick<Agreement, 'confirmedAt' | 'confirmedBy'>,
): AgreementContent['funds'] {
  if (confirmedAt === null) throw new Error('An agreement was to be issued before its funds were confirmed');
  const person = reader.get<{ name: string }>(sql`select name from people where id = ${confirmedBy}`);
  return { confirmedBy: person?.name ?? '', confirmedAt };
}

/** Everything the agreement will say, gathered from what the rooms upstream know today, in the text in force. */
export function composeAgreement(
  reader: Reader,
  clock: Clock,
  { number, initiative, funds, issuedAt }: Issued,
): AgreementContent {
  const organisation = readOrganisation(reader);
  const call = readCall(reader, initiative.callId);
  if (call === undefined) throw new Error(`There is no call ${initiative.callId}`);
  const creditLine = findProject(reader, call.projectId)?.creditLine ?? '';
  const facts: AgreementFacts = {
    number,
    library: libraryParty(organisation),
    group: groupParty(reader, initiative),
    initiative: { code: initiative.code, title: initiative.title, callTitle: call.title },
    dates: datesOf(call),
    plan: planPart(reader, initiative),
    letterhead: { organisation: organisation.name, credit: creditLine || null },
  };
  return { ...facts, ...{ issuedAt, funds }, wording: wordingOf(reader, clock, facts) };
}

function wordingOf(reader: Reader, clock: Clock, facts: AgreementFacts): FrozenWording {
  const variant = agreementVariantOf(facts);
  const { text, textId, number } = documentText(reader, clock, agreementDocuments.agreement, variant);
  return { ...{ variant, textId, number }, blocks: fillWording(text, agreementValues(facts)) };
}

function libraryParty(organisation: Organisation): LibraryParty {
  const { name, genitiveName, locativeCity, nip, regon, directorName, directorTitle } = organisation;
  const address = `${organisation.street}, ${organisation.postalCode} ${organisation.city}`;
  return {
    ...{ name, genitiveName, address, locativeCity, nip, regon },
    representative: directorName,
    representativeTitle: directorTitle,
  };
}

function groupParty(reader: Reader, initiative: Initiative): GroupParty {
  const applicant = readSubmitted(reader, initiative.applicationId)?.content.applicant;
  if (applicant === undefined) throw new Error(`The application of the initiative ${initiative.id} has no content`);
  const { kind, kindName, name, leaderName, address, email, phone, guardianName } = applicant;
  const contact = [phone, email].filter((way) => way !== '').join(', ');
  return {
    ...{ kind, kindName, leaderName, address, contact, registerNumber: registerText(applicant), guardianName },
    name: name || leaderName,
    members: applicant.groupMembers,
  };
}

function datesOf(call: Call): AgreementDates {
  const end = (kind: StageKind): Day | null => {
    const at = stageOf(call.stages, kind)?.endsAt;
    return at ? warsawDay(at) : null;
  };
  const startsAt = stageOf(call.stages, 'realisation')?.startsAt;
  return {
    from: startsAt ? warsawDay(startsAt) : null,
    to: end('realisation'),
    lastPurchase: end('last_purchase'),
    lastContractBill: end('last_contract_bill'),
    groupReport: end('group_report'),
    payments: end('payments'),
  };
}

function planPart(reader: Reader, initiative: Initiative): AgreementContent['plan'] {
  const lines = planLines(reader, initiative.id, 'agreed').map(
    ({ name, categoryName, quantity, unit, price, amount }) => ({
      ...{ name, quantity, unit, price, amount },
      category: categoryName,
    }),
  );
  return { lines, total: initiative.agreed, inWords: amountInWords(initiative.agreed) };
}
