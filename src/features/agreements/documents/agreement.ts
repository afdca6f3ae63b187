import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { formatAmount, formatNumber, formatQuantity } from '../../../lib/money.ts';
import { nbsp, quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { drawBlocks } from '../../../pdf/wording/draw.ts';
import type { WordingPart } from '../../../pdf/wording/wording.ts';
import type { AgreementContent, AgreementVariant, Clause } from '../content.ts';
import { agreementVariantOf } from './wording.ts';

export interface AgreementPaper {
  readonly content: AgreementContent;
  /** '' of what is not issued yet. */
  readonly fingerprint: string;
}

/** The frozen content alone: what has changed in the rooms upstream since the issue changes nothing here. */
export function loadPaper(reader: Reader, agreementId: number): AgreementPaper {
  const row = reader.get<{ content: string | null; fingerprint: string }>(
    sql`select content, fingerprint from agreements where id = ${agreementId}`,
  );
  if (row?.content == null) throw new Error(`The agreement ${agreementId} has not been issued`);
  return { content: JSON.parse(row.content) as AgreementContent, fingerprint: row.fingerprint };
}

export const agreementParts: Readonly<Record<string, WordingPart<AgreementPaper>>> = {
  strony: {
    meaning: 'kto zawiera porozumienie: nazwy, adresy, numery, reprezentacja',
    isNeeded: true,
    draw: (sheet, { content }) => sheet.pairs(partiesOf(content)),
  },
  kosztorys: { meaning: 'tabela uzgodnionego kosztorysu', isNeeded: true, draw: drawPlan },
  potwierdzenie: {
    meaning: 'kto i kiedy potwierdził, że kwota mieści się w planie finansowym; odcisk treści',
    isNeeded: true,
    draw: drawConfirmation,
  },
  podpisy: {
    meaning: 'miejsca na podpisy obu stron',
    isNeeded: true,
    draw: (sheet, { content }) => sheet.signatures(signaturesOf(content)),
  },
};

/** The text as it was frozen at the issue. */
export function drawAgreement(sheet: Sheet, paper: AgreementPaper): void {
  const { wording, clauses = [] } = paper.content;
  if (wording === undefined) drawClauses(sheet, paper, clauses);
  else drawBlocks(sheet, wording.blocks, agreementParts, paper);
}

/** Agreements issued before texts had versions. */
function drawClauses(sheet: Sheet, paper: AgreementPaper, clauses: readonly Clause[]): void {
  const { content } = paper;
  sheet.title('Porozumienie o współpracy', `nr ${content.number}, inicjatywa ${quoted(content.initiative.title)}`);
  sheet.paragraph(`zawarte w${nbsp}${content.library.locativeCity} między Biblioteką a${nbsp}Grupą:`);
  sheet.pairs(partiesOf(content));
  for (const [index, { title, points, hasPlan }] of clauses.entries()) {
    sheet.section(`§${nbsp}${index + 1}`, title);
    sheet.points(points);
    if (hasPlan) drawPlan(sheet, paper);
  }
  drawConfirmation(sheet, paper);
  sheet.signatures(signaturesOf(content));
}

/** What the other side is called; before texts had versions it was „Grupa”, whoever it was. */
const partyNames: Readonly<Record<AgreementVariant, string>> = {
  informal_group: 'Grupa',
  person: 'Lider',
  organisation: 'Organizacja',
  organisation_with_group: 'Organizacja',
};

function partyOf(content: AgreementContent): string {
  return partyNames[content.wording === undefined ? 'informal_group' : agreementVariantOf(content)];
}

function partiesOf(content: AgreementContent): (readonly [string, string])[] {
  const { library, group } = content;
  const numbers = [library.nip && `NIP${nbsp}${library.nip}`, library.regon && `REGON${nbsp}${library.regon}`]
    .filter(Boolean)
    .join(', ');
  const pairs: (readonly [string, string])[] = [
    ['Biblioteka', [library.name, library.address, numbers].filter(Boolean).join(', ')],
    [
      'Reprezentuje ją',
      library.representative && [library.representative, library.representativeTitle].filter(Boolean).join(', '),
    ],
    [partyOf(content), [group.name, `(${group.kindName})`].join(' ')],
    ['W jej imieniu działa', group.leaderName === group.name ? '' : group.leaderName],
    ['Opiekun', group.guardianName],
    ['Adres i kontakt', [group.address, group.contact].filter(Boolean).join(', ')],
    ['Numer w rejestrze', group.registerNumber],
  ];
  return pairs.filter(([, value]) => value !== '');
}

function drawPlan(sheet: Sheet, { content: { plan } }: AgreementPaper): void {
  sheet.table({
    caption: 'Uzgodniony kosztorys',
    columns: [
      { head: 'Pozycja', width: 4.4, rowHead: true },
      { head: 'Rodzaj kosztu', width: 4 },
      { head: 'Ilość', width: 2, align: 'right' },
      { head: 'Cena, zł', width: 1.9, align: 'right' },
      { head: 'Kwota, zł', width: 2.4, align: 'right' },
    ],
    rows: plan.lines.map((line, index) => [
      `${index + 1}. ${line.name}`,
      line.category,
      `${formatQuantity(line.quantity)} ${line.unit}`,
      formatNumber(line.price),
      formatNumber(line.amount),
    ]),
    foot: [['Razem', '', '', '', formatAmount(plan.total)]],
  });
}

function drawConfirmation(sheet: Sheet, { content, fingerprint }: AgreementPaper): void {
  const { confirmedBy, confirmedAt } = content.funds;
  const funds = [confirmedBy, longMoment(confirmedAt)].filter(Boolean).join(', ');
  const print = fingerprint === '' ? '' : `\nOdcisk treści: ${fingerprint}`;
  sheet.note(`Kwota mieści się w planie finansowym Biblioteki: ${funds}.${print}`);
}

function signaturesOf(content: AgreementContent): { role: string; name: string }[] {
  const { library, group } = content;
  const party = { Grupa: 'Za Grupę', Lider: 'Lider', Organizacja: 'Za Organizację' }[partyOf(content)] ?? '';
  return [
    { role: 'Za Bibliotekę', name: library.representative },
    {
      role: group.guardianName === '' ? party : `${party}, opiekun osoby niepełnoletniej`,
      name: group.guardianName || group.leaderName,
    },
  ];
}
