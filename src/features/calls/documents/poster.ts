import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { type Organisation, readOrganisation } from '../../organisation/queries.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { readCategories } from '../criteria.ts';
import { callPaths } from '../paths.ts';
import { type Call, readApplicantKinds, readCall } from '../queries.ts';
import { isMeeting, type Stage, stageOf, submissionWindow } from '../stages.ts';
import { applicantKindNames, paymentModeSentences, untilText, windowsText, windowText } from '../texts.ts';

/** A sheet for the notice board: what for, how much, until when, who may, where to ask. */
export interface CallPoster {
  readonly call: Pick<Call, 'title' | 'subtitle' | 'lead' | 'maxGrosze' | 'area'>;
  /** Who pays, in a sentence. */
  readonly payment: string;
  readonly letterhead: Letterhead;
  readonly askedAt: Instant;
  readonly closesAt: Instant | null;
  readonly realisation: Pick<Stage, 'startsAt' | 'endsAt'> | null;
  readonly meetings: readonly Pick<Stage, 'startsAt' | 'endsAt' | 'place'>[];
  /** Who may apply, in words. */
  readonly kinds: readonly string[];
  readonly costs: readonly string[];
  readonly contact: Pick<Organisation, 'street' | 'phone' | 'email'>;
  /** Of the call's public page. */
  readonly address: string;
}

export function loadPoster(reader: Reader, callId: number, { askedAt, publicUrl }: Occasion): CallPoster {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const { title, subtitle, lead, maxGrosze, area, paymentMode, stages } = call;
  const { street, phone, email } = readOrganisation(reader);
  const realisation = stageOf(stages, 'realisation');
  return {
    call: { title, subtitle, lead, maxGrosze, area },
    payment: paymentModeSentences[paymentMode],
    letterhead: letterheadOf(reader),
    askedAt,
    closesAt: submissionWindow(stages)?.closesAt ?? null,
    realisation: realisation === undefined ? null : { startsAt: realisation.startsAt, endsAt: realisation.endsAt },
    meetings: stages
      .filter((stage) => isMeeting(stage) && (stage.endsAt ?? askedAt) > askedAt)
      .map(({ startsAt, endsAt, place }) => ({ startsAt, endsAt, place })),
    kinds: readApplicantKinds(reader, callId).map(({ kind }) => applicantKindNames[kind].toLowerCase()),
    costs: readCategories(reader, callId).map((category) => category.name),
    contact: { street, phone, email },
    address: publicUrl + callPaths.showOf(callId),
  };
}

/** Meetings that a wall has room for; the page has them all. */
const meetingsOnWall = 2;

export function drawPoster(sheet: Sheet, poster: CallPoster): void {
  const { call, contact } = poster;
  sheet.poster(call.title, call.subtitle);
  sheet.paragraph(call.lead, { large: true });
  sheet.panel(
    `Nawet ${roundAmount(call.maxGrosze)} na pomysł`,
    poster.closesAt === null ? 'Termin podamy na stronie konkursu' : `Wnioski do ${untilText(poster.closesAt)}`,
  );
  const ways = [contact.phone === '' ? '' : `tel. ${contact.phone}`, contact.email];
  const facts: [string, string][] = [
    ['Na co', `${poster.costs.slice(0, 6).join(', ')}${poster.costs.length > 6 ? ' i inne' : ''}`],
    ['Kto może', poster.kinds.join(', ')],
    [
      'Gdzie i kiedy',
      [call.area, poster.realisation === null ? '' : windowText(poster.realisation)].join(', ').replace(/, $/, ''),
    ],
    ['Porozmawiajmy', meetingsText(poster.meetings)],
    ['Pytania', [...ways, contact.street].filter((part) => part !== '').join(', ')],
    ['Jak to działa', poster.payment],
  ];
  sheet.pairs(
    facts.filter(([, value]) => value !== ''),
    'large',
  );
  sheet.qr(poster.address, 'Zasady i wniosek: wyceluj aparatem telefonu albo wpisz adres', 'large');
}

/** „8 000 zł”: a wall has no room for grosze that are nought. */
function roundAmount(amount: Grosze): string {
  return formatAmount(amount).replace(',00', '');
}

function meetingsText(meetings: CallPoster['meetings']): string {
  const shown = meetings.slice(0, meetingsOnWall);
  const places = [...new Set(shown.map(({ place }) => place).filter((place) => place !== ''))];
  const more = meetings.length > meetingsOnWall ? ['kolejne na stronie'] : [];
  return [windowsText(shown), ...more, ...places].filter((part) => part !== '').join('; ');
}
