import type { Reader } from '../../../db/connection.ts';
import { formatAmount, formatNumber, formatQuantity } from '../../../lib/money.ts';
import { dateRange, longMoment } from '../../../lib/polish-dates.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { statementOf } from '../../calls/form/statements.ts';
import { drawStatements } from '../../calls/form-paper/statements.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { readProject } from '../../project/queries.ts';
import { readForJury } from '../blind/reading.ts';
import { readSubmitted, type Submitted, type SubmittedContent } from '../content.ts';
import { applicationPaths } from '../paths.ts';
import { categoryWords } from '../pay/texts.ts';
import { registerText } from '../registers/texts.ts';
import { applicantLabels } from '../texts/pages.ts';

export interface Printed {
  readonly sent: Submitted;
  readonly call: Pick<Call, 'title' | 'stages'>;
  readonly letterhead: Letterhead;
  /** Of the application's page. */
  readonly address: string;
  /** Where anybody holding the fingerprint sees what it is of. */
  readonly fingerprintAddress: string;
}

/** Both stand at the moment of submission and say nothing that came later. */
export function loadPrinted(reader: Reader, applicationId: number, { publicUrl }: Occasion): Printed {
  return printedFrom(reader, readSubmitted(reader, applicationId), publicUrl);
}

/** As the jury may read it, see `blind`. */
export function loadForJury(reader: Reader, applicationId: number, publicUrl: string): Printed {
  return printedFrom(reader, readForJury(reader, applicationId), publicUrl);
}

function printedFrom(reader: Reader, sent: Submitted | undefined, publicUrl: string): Printed {
  const call = sent === undefined ? undefined : readCall(reader, sent.callId);
  if (sent === undefined || call === undefined)
    throw new Error('An application without a frozen version is to be printed');
  return {
    sent,
    call: { title: call.title, stages: call.stages },
    letterhead: { organisation: readOrganisation(reader).name, credit: readProject(reader).creditLine || null },
    address: `${publicUrl}${applicationPaths.showOf(sent.id)}`,
    fingerprintAddress: `${publicUrl}${applicationPaths.fingerprintOf(sent.fingerprint)}`,
  };
}

export function drawApplication(sheet: Sheet, { sent, call, fingerprintAddress }: Printed): void {
  const { content } = sent;
  sheet.title(content.title, `Wniosek ${sent.code} w konkursie „${call.title}”`);
  sheet.pairs([
    ['Złożony', longMoment(sent.submittedAt)],
    ...versionPairs(sent),
    [
      'Wnioskowana kwota',
      `${formatAmount(content.requestedGrosze)} (słownie: ${amountInWords(content.requestedGrosze)})`,
    ],
  ]);
  sheet.heading('Kto składa', 1);
  sheet.pairs(applicantPairs(content));
  drawAnswers(sheet, content);
  sheet.heading('Działania i terminy', 1);
  sheet.table({
    columns: [
      { head: 'Termin', width: 3 },
      { head: 'Działanie', width: 6, rowHead: true },
      { head: 'Miejsce', width: 4 },
    ],
    rows: content.schedule.map(({ startsOn, endsOn, activity, place }) => [
      dateRange(startsOn, endsOn),
      activity,
      place,
    ]),
  });
  drawCosts(sheet, content);
  if (content.attachments.length > 0) {
    sheet.heading('Załączniki', 1);
    sheet.list(content.attachments.map(({ label, name }) => (label === '' ? name : `${label} (${name})`)));
  }
  sheet.heading('Oświadczenia', 1);
  drawStatements(
    sheet,
    content.consents.map(({ text }) => statementOf(text)),
  );
  sheet.heading('Szczegóły techniczne', 1);
  sheet.qr(fingerprintAddress, 'Sprawdzenie odcisku treści');
  sheet.note(`Odcisk treści (SHA-256): ${sent.fingerprint}`);
}

/** Said only of what was sent again: most applications have one version. */
export function versionPairs({ version, versionAt, submittedAt }: Submitted): [string, string][] {
  if (version === 1) return [];
  const corrected = versionAt === submittedAt ? '' : `, po poprawkach wysłanych ${longMoment(versionAt)}`;
  return [['Wersja', `${version}${corrected} (zastępuje wcześniejsze)`]];
}

function applicantPairs({ applicant }: SubmittedContent): [string, string][] {
  const names = Object.keys(applicantLabels) as (keyof typeof applicantLabels)[];
  return names
    .map((name): [string, string] => [
      applicantLabels[name],
      name === 'registerNumber' ? registerText(applicant) : applicant[name],
    ])
    .filter(([, value]) => value !== '');
}

function drawAnswers(sheet: Sheet, { answers }: SubmittedContent): void {
  answers.forEach(({ section, label, text, language }, index) => {
    if (section !== answers[index - 1]?.section) sheet.heading(section, 1);
    sheet.heading(label, 3);
    sheet.prose(text, language);
  });
}

function drawCosts(sheet: Sheet, { costs, requestedGrosze }: SubmittedContent): void {
  sheet.heading('Kosztorys', 1);
  sheet.table({
    columns: [
      { head: 'Lp.', width: 1, align: 'right' },
      { head: 'Na co', width: 6, rowHead: true },
      { head: 'Kategoria', width: 4 },
      { head: 'Ilość', width: 3, align: 'right' },
      { head: 'Cena, zł', width: 2.5, align: 'right' },
      { head: 'Wartość, zł', width: 3, align: 'right' },
    ],
    rows: costs.map(({ name, categoryName, quantity, unit, price, value, payBasis }, index) => [
      String(index + 1),
      name,
      categoryWords(categoryName, payBasis),
      `${formatQuantity(quantity)} ${unit}`,
      formatNumber(price),
      formatNumber(value),
    ]),
    foot: [['', 'Razem', '', '', '', formatNumber(requestedGrosze)]],
  });
}
