import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { quoted, sentence } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import type { DateChange } from '../dates/change.ts';
import { changeLine } from '../dates/texts.ts';
import type { ApplicantKind, Call } from '../queries.ts';
import { type StageKind, stageOf } from '../stages.ts';
import { applicantKindNames, paymentModeSentences, windowText } from '../texts.ts';

/** A sheet for the notice board and the public bulletin, kept as it was published. */
export interface Notice {
  readonly letterhead: Letterhead;
  readonly callTitle: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly lists: readonly { readonly heading: string; readonly items: readonly string[] }[];
  readonly publishedAt: Instant;
}

/** What every notice of a call begins with. */
export interface NoticeFrame {
  readonly letterhead: Letterhead;
  readonly publishedAt: Instant;
  readonly libraryName: string;
  readonly contact: string;
  /** Of the call's page. */
  readonly address: string;
}

export function announcementNotice(
  call: Call,
  frame: NoticeFrame,
  { rulesNumber, kinds }: { rulesNumber: number; kinds: readonly { kind: ApplicantKind; note: string }[] },
): Notice {
  const { letterhead, publishedAt } = frame;
  return {
    ...{ letterhead, publishedAt, callTitle: call.title, title: 'Ogłoszenie o konkursie' },
    paragraphs: [
      `${frame.libraryName} ogłasza konkurs ${quoted(call.title)}. ${call.subtitle === '' ? '' : sentence(call.subtitle)}`.trim(),
      [call.lead, paymentModeSentences[call.paymentMode]].filter((part) => part !== '').join(' '),
    ],
    facts: filledIn([
      ['Nabór wniosków', when(call, 'submission')],
      ['Pula konkursu', formatAmount(call.poolGrosze)],
      ['Na jedną inicjatywę', `od ${formatAmount(call.minGrosze)} do ${formatAmount(call.maxGrosze)}`],
      ['Obszar', call.area],
      ['Wyniki', when(call, 'results')],
      ['Realizacja', when(call, 'realisation')],
      ['Regulamin', `wersja ${rulesNumber}, na stronie konkursu`],
      ['Strona konkursu i wniosek', frame.address],
      ['Kontakt', [call.contact, frame.contact].filter((part) => part !== '').join(', ')],
    ]),
    lists: [
      {
        heading: 'Kto może złożyć wniosek',
        items: kinds.map(({ kind, note }) => [applicantKindNames[kind], note].filter((part) => part !== '').join(': ')),
      },
    ],
  };
}

export function timetableNotice(
  call: Pick<Call, 'title'>,
  frame: NoticeFrame,
  { reason, dates }: { reason: string; dates: readonly DateChange[] },
): Notice {
  const { letterhead, publishedAt } = frame;
  return {
    ...{ letterhead, publishedAt, callTitle: call.title, title: 'Ogłoszenie o zmianie terminów' },
    paragraphs: [`${frame.libraryName} zmienia terminy konkursu ${quoted(call.title)}.`],
    facts: filledIn([
      ['Powód', reason],
      ['Strona konkursu', frame.address],
      ['Kontakt', frame.contact],
    ]),
    lists: [{ heading: 'Co się zmienia', items: dates.map((one) => sentence(changeLine(one))) }],
  };
}

export function noticeTitle({ title, callTitle }: Pick<Notice, 'title' | 'callTitle'>): string {
  return `${title} – ${callTitle}`;
}

export function drawNotice(sheet: Sheet, notice: Notice): void {
  sheet.title(notice.title, `Konkurs ${quoted(notice.callTitle)}`);
  for (const paragraph of notice.paragraphs) sheet.paragraph(paragraph);
  sheet.pairs(notice.facts.map(({ label, value }) => [label, value]));
  for (const { heading, items } of notice.lists) {
    sheet.heading(heading, 2);
    sheet.list(items);
  }
  sheet.note(`Opublikowano ${longMoment(notice.publishedAt)}`);
}

function when(call: Call, kind: StageKind): string {
  const stage = stageOf(call.stages, kind);
  return stage === undefined ? '' : windowText(stage);
}

function filledIn(facts: readonly (readonly [string, string])[]): Notice['facts'] {
  return facts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]));
}
