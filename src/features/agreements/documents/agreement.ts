import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { formatAmount, formatNumber, formatQuantity } from '../../../lib/money.ts';
import { nbsp, quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import type { AgreementContent } from '../content.ts';

export interface AgreementPaper {
  readonly content: AgreementContent;
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

export function drawAgreement(sheet: Sheet, { content, fingerprint }: AgreementPaper): void {
  sheet.title('Porozumienie o współpracy', `nr ${content.number}, inicjatywa ${quoted(content.initiative.title)}`);
  sheet.paragraph(`zawarte w${nbsp}${content.library.locativeCity} między Biblioteką a${nbsp}Grupą:`);
  sheet.pairs(partiesOf(content));
  for (const [index, { title, points, hasPlan }] of content.clauses.entries()) {
    sheet.section(`§${nbsp}${index + 1}`, title);
    sheet.points(points);
    if (hasPlan) drawPlan(sheet, content);
  }
  const { confirmedBy, confirmedAt } = content.funds;
  const funds = [confirmedBy, longMoment(confirmedAt)].filter(Boolean).join(', ');
  sheet.note(`Kwota mieści się w planie finansowym Biblioteki: ${funds}.\nOdcisk treści: ${fingerprint}`);
  sheet.signatures(signaturesOf(content));
}

function partiesOf({ library, group }: AgreementContent): (readonly [string, string])[] {
  const numbers = [library.nip && `NIP${nbsp}${library.nip}`, library.regon && `REGON${nbsp}${library.regon}`]
    .filter(Boolean)
    .join(', ');
  const pairs: (readonly [string, string])[] = [
    ['Biblioteka', [library.name, library.address, numbers].filter(Boolean).join(', ')],
    [
      'Reprezentuje ją',
      library.representative && [library.representative, library.representativeTitle].filter(Boolean).join(', '),
    ],
    ['Grupa', [group.name, `(${group.kindName})`].join(' ')],
    ['W jej imieniu działa', group.leaderName],
    ['Opiekun', group.guardianName],
    ['Adres i kontakt', [group.address, group.contact].filter(Boolean).join(', ')],
    ['Numer w rejestrze', group.registerNumber],
  ];
  return pairs.filter(([, value]) => value !== '');
}

function drawPlan(sheet: Sheet, { plan }: AgreementContent): void {
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

function signaturesOf({ library, group }: AgreementContent): { role: string; name: string }[] {
  return [
    { role: 'Za Bibliotekę', name: library.representative },
    {
      role: group.guardianName === '' ? 'Za Grupę' : 'Za Grupę, opiekun osoby niepełnoletniej',
      name: group.guardianName || group.leaderName,
    },
  ];
}
