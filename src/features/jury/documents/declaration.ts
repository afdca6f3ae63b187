import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { quoted, sentence } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { applicationCode } from '../../applications/content.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import type { JuryFunction, RecusalGround, RecusalKind } from '../policy.ts';
import { declarationText, functionNames, groundNames, kindNames } from '../texts.ts';

/** What one member of the jury signed, and what the member reported later. */
export interface DeclarationPaper {
  readonly letterhead: Letterhead;
  readonly callTitle: string;
  readonly name: string;
  readonly function: JuryFunction;
  readonly represents: string;
  readonly signedAt: Instant;
  readonly textVersion: string;
  readonly points: readonly string[];
  readonly conflicts: readonly PaperConflict[];
}

interface PaperConflict {
  readonly code: string;
  readonly title: string;
  readonly kind: RecusalKind;
  readonly ground: RecusalGround;
  readonly note: string;
  readonly declaredAt: Instant;
}

export function loadDeclaration(reader: Reader, memberId: number): DeclarationPaper {
  const row = reader.get<Omit<DeclarationPaper, 'letterhead' | 'points' | 'conflicts'>>(sql`
    select c.title as callTitle, p.name, m.function, m.represents, d.signed_at as signedAt, d.text_version as textVersion
    from jury_declarations d join jury_members m on m.id = d.member_id join people p on p.id = m.person_id join calls c on c.id = m.call_id
    where d.member_id = ${memberId}`);
  if (row === undefined) throw new Error(`The member ${memberId} has signed no declaration`);
  return {
    ...row,
    letterhead: letterheadOf(reader),
    points: declarationText.points,
    conflicts: conflictsOf(reader, memberId),
  };
}

function conflictsOf(reader: Reader, memberId: number): PaperConflict[] {
  const rows = reader.all<Omit<PaperConflict, 'code'> & { callCode: string; year: number; number: number }>(sql`
    select c.code as callCode, c.year, a.number, a.title, r.kind, r.ground, r.note, r.declared_at as declaredAt
    from recusals r join applications a on a.id = r.application_id join calls c on c.id = a.call_id
    where r.member_id = ${memberId} order by a.number`);
  return rows.map(({ callCode, year, number, ...conflict }) => ({
    ...conflict,
    code: applicationCode(callCode, year, number),
  }));
}

export function drawDeclaration(sheet: Sheet, paper: DeclarationPaper): void {
  const { name, represents, points, conflicts, signedAt } = paper;
  const atSigning = conflicts.filter(({ declaredAt }) => declaredAt <= signedAt);
  const later = conflicts.filter(({ declaredAt }) => declaredAt > signedAt);
  sheet.title('Oświadczenie o bezstronności i poufności', `Konkurs ${quoted(paper.callTitle)}`);
  sheet.pairs([
    ['Imię i nazwisko', name],
    ['Funkcja w komisji', functionNames[paper.function]],
    ...(represents === '' ? [] : [['Reprezentuje', represents] as const]),
    ['Złożone', longMoment(signedAt)],
  ]);
  sheet.heading('Oświadczam', 2);
  sheet.points(points);
  sheet.heading('Co mnie łączy z wnioskami', 2);
  if (atSigning.length > 0) sheet.table(tableOf(atSigning));
  sheet.paragraph(
    atSigning.length === 0
      ? 'Z żadnym wnioskiem z listy nic mnie nie łączy.'
      : 'Z pozostałymi wnioskami z listy nic mnie nie łączy.',
  );
  if (later.length > 0) {
    sheet.heading('Zgłoszone później', 2);
    sheet.table(tableOf(later));
  }
  sheet.signatures([{ role: 'Podpis, jeśli oświadczenie jest także na papierze', name }]);
  sheet.note(
    `Oświadczenie złożono w systemie, po wejściu na własne konto, ${sentence(longMoment(signedAt))} Wersja tekstu: ${paper.textVersion}.`,
  );
}

function tableOf(conflicts: readonly PaperConflict[]) {
  return {
    columns: [
      { head: 'Wniosek', width: 4, rowHead: true },
      { head: 'Co', width: 1.6 },
      { head: 'Powód', width: 4 },
      { head: 'Dzień', width: 2.4 },
    ],
    rows: conflicts.map(({ code, title, kind, ground, note, declaredAt }) => [
      `${code} ${quoted(title)}`,
      kindNames[kind],
      note === '' ? groundNames[ground] : `${groundNames[ground]}: ${note}`,
      longDate(warsawDay(declaredAt)),
    ]),
  };
}
