import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import { type Day, warsawDay } from '../../lib/days.ts';
import { amountInWords } from '../../lib/words.ts';
import { readSubmitted } from '../applications/content.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { type StageKind, stageOf } from '../calls/stages.ts';
import { type Initiative, planLines } from '../initiatives/queries.ts';
import { type Organisation, readOrganisation } from '../organisation/queries.ts';
import { findProject } from '../project/queries.ts';
import type { AgreementContent, AgreementDates, GroupParty, LibraryParty } from './content.ts';
import { clausesOf } from './texts/clauses.ts';

export interface Issued {
  readonly number: string;
  readonly initiative: Initiative;
  readonly funds: AgreementContent['funds'];
  readonly issuedAt: Instant;
}

/** Everything the agreement will say, gathered from what the rooms upstream know today. */
export function composeAgreement(reader: Reader, { number, initiative, funds, issuedAt }: Issued): AgreementContent {
  const organisation = readOrganisation(reader);
  const call = readCall(reader, initiative.callId);
  if (call === undefined) throw new Error(`There is no call ${initiative.callId}`);
  const creditLine = findProject(reader, call.projectId)?.creditLine ?? '';
  const facts = {
    number,
    library: libraryParty(organisation),
    group: groupParty(reader, initiative),
    initiative: { code: initiative.code, title: initiative.title, callTitle: call.title },
    dates: datesOf(call),
    plan: planPart(reader, initiative),
  };
  return {
    ...facts,
    ...{ issuedAt, funds },
    clauses: clausesOf({ ...facts, creditLine }),
    letterhead: { organisation: organisation.name, credit: creditLine || null },
  };
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
  const { kindName, name, leaderName, address, email, phone, registerNumber, guardianName } = applicant;
  const contact = [phone, email].filter((way) => way !== '').join(', ');
  return { kindName, name: name || leaderName, leaderName, address, contact, registerNumber, guardianName };
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
