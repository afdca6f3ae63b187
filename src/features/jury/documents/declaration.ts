import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import { fieldsMeaning, type WordingPart } from '../../../pdf/wording/wording.ts';
import { applicationCode } from '../../applications/content.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import type { JuryFunction, RecusalGround, RecusalKind } from '../policy.ts';
import { functionNames, groundNames, kindNames } from '../texts.ts';

/** What one member of the jury signed, and what the member reported later. */
export interface DeclarationPaper {
  readonly letterhead: Letterhead;
  readonly callTitle: string;
  readonly name: string;
  readonly function: JuryFunction;
  readonly represents: string;
  readonly signedAt: Instant;
  readonly textVersion: string;
  readonly conflicts: readonly PaperConflict[];
}

interface PaperConflict {
  /** '' where the juror declared by the names of who applies. */
  readonly code: string;
  /** Or who applies. */
  readonly title: string;
  readonly kind: RecusalKind;
  readonly ground: RecusalGround;
  readonly note: string;
  readonly declaredAt: Instant;
}

export function loadDeclaration(reader: Reader, memberId: number): DeclarationPaper {
  const row = reader.get<Omit<DeclarationPaper, 'letterhead' | 'conflicts'>>(sql`
    select c.title as callTitle, p.name, m.function, m.represents, d.signed_at as signedAt, d.text_version as textVersion
    from jury_declarations d join jury_members m on m.id = d.member_id join people p on p.id = m.person_id join calls c on c.id = m.call_id
    where d.member_id = ${memberId}`);
  if (row === undefined) throw new Error(`The member ${memberId} has signed no declaration`);
  return { ...row, letterhead: letterheadOf(reader), conflicts: conflictsOf(reader, memberId) };
}

function conflictsOf(reader: Reader, memberId: number): PaperConflict[] {
  const rows = reader.all<
    Omit<PaperConflict, 'code'> & {
      callCode: string;
      year: number;
      number: number;
      applicant: string;
      isByName: number;
    }
  >(sql`
    select c.code as callCode, c.year, a.number, a.title, r.kind, r.ground, r.note, r.declared_at as declaredAt,
      coalesce(nullif(w.name, ''), w.leader_name) as applicant, c.blind_review = 1 and r.declared_at <= d.signed_at as isByName
    from recusals r join applications a on a.id = r.application_id join calls c on c.id = a.call_id
      join applicants w on w.application_id = a.id join jury_declarations d on d.member_id = r.member_id
    where r.member_id = ${memberId} order by a.number`);
  // A paper that named a title beside its people would tell whose application it is; it says what was declared on, also later.
  const told = rows.map(({ callCode, year, number, applicant, isByName, title, ...conflict }) =>
    isByName === 1
      ? { ...conflict, code: '', title: applicant }
      : { ...conflict, code: applicationCode(callCode, year, number), title },
  );
  const byName = told.filter(({ code }) => code === '').sort((a, b) => a.title.localeCompare(b.title, 'pl'));
  return [...byName, ...told.filter(({ code }) => code !== '')];
}

export const declarationFields = fieldsMeaning(
  {
    konkurs: 'nazwa konkursu, w cudzysłowie',
    osoba: 'imię i nazwisko osoby z komisji',
    funkcja: 'jej funkcja w komisji',
    złożone: 'kiedy złożono oświadczenie; na ekranie przed złożeniem puste',
    wersja: 'oznaczenie tekstu oświadczenia',
  },
  { 'ma-powiązania': 'przy którymś wniosku podano wyłączenie albo ujawnienie' },
);

/** What the screen knows before anybody has signed is enough for the words. */
export type Declared = Pick<DeclarationPaper, 'callTitle' | 'name' | 'function' | 'textVersion' | 'conflicts'> & {
  readonly signedAt: Instant | null;
};

export function declarationValues(paper: Declared): TemplateValues {
  return {
    konkurs: quoted(paper.callTitle),
    osoba: paper.name,
    funkcja: functionNames[paper.function],
    złożone: paper.signedAt === null ? '' : longMoment(paper.signedAt),
    wersja: paper.textVersion,
    'ma-powiązania': toldAtSigning(paper).length > 0,
  };
}

/** A change of a word here is a new version of `defaultDeclaration`. */
export const declarationText = `# Oświadczenie o bezstronności i poufności
## Konkurs {{konkurs}}

[dane]

## Oświadczam
1. Będę oceniać wnioski bezstronnie, według kryteriów z regulaminu i z własnym przekonaniem.
2. Przy każdym wniosku poniżej podaję, co mnie łączy z osobami, które go składają. Kto się wyłącza, nie czyta tego wniosku ani go nie ocenia.
3. Jeśli taki powód wyjdzie na jaw później, powiem o nim od razu.
4. Treść wniosków, dane osób i przebieg oceny zachowam dla siebie.

## Co mnie łączy z wnioskami
[powiązania]
{{#if ma-powiązania}}
Z pozostałymi wnioskami z listy nic mnie nie łączy.
{{else}}
Z żadnym wnioskiem z listy nic mnie nie łączy.
{{/if}}

[zgłoszone-później]

[podpis]

> Oświadczenie złożono w systemie, po wejściu na własne konto, {{złożone}}. Wersja tekstu: {{wersja}}.`;

export const declarationParts: Readonly<Record<string, WordingPart<DeclarationPaper>>> = {
  dane: {
    meaning: 'imię i nazwisko, funkcja, kogo reprezentuje, kiedy złożono',
    isNeeded: true,
    draw: (sheet, { name, function: seat, represents, signedAt }) =>
      sheet.pairs([
        ['Imię i nazwisko', name],
        ['Funkcja w komisji', functionNames[seat]],
        ...(represents === '' ? [] : [['Reprezentuje', represents] as const]),
        ['Złożone', longMoment(signedAt)],
      ]),
  },
  powiązania: {
    meaning: 'tabela wniosków, przy których podano wyłączenie albo ujawnienie; bez nich nic',
    isNeeded: true,
    draw(sheet, paper) {
      const told = toldAtSigning(paper);
      if (told.length > 0) sheet.table(tableOf(told));
    },
  },
  'zgłoszone-później': {
    meaning: 'to, co zgłoszono po złożeniu oświadczenia, z nagłówkiem; bez tego nic',
    isNeeded: true,
    draw(sheet, { conflicts, signedAt }) {
      const later = conflicts.filter(({ declaredAt }) => declaredAt > signedAt);
      if (later.length === 0) return;
      sheet.heading('Zgłoszone później', 2);
      sheet.table(tableOf(later));
    },
  },
  podpis: {
    meaning: 'miejsce na podpis, jeśli oświadczenie jest także na papierze',
    isNeeded: false,
    draw: (sheet, { name }) => sheet.signatures([{ role: 'Podpis, jeśli oświadczenie jest także na papierze', name }]),
  },
};

function toldAtSigning({ conflicts, signedAt }: Pick<Declared, 'conflicts' | 'signedAt'>): PaperConflict[] {
  return conflicts.filter(({ declaredAt }) => signedAt !== null && declaredAt <= signedAt);
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
      code === '' ? title : `${code} ${quoted(title)}`,
      kindNames[kind],
      note === '' ? groundNames[ground] : `${groundNames[ground]}: ${note}`,
      longDate(warsawDay(declaredAt)),
    ]),
  };
}
