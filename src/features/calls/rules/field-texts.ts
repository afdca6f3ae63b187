import type { Reader } from '../../../db/connection.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import { amountInWords } from '../../../lib/words.ts';
import { fieldsMeaning } from '../../../pdf/wording/wording.ts';
import { readFunder, readOrganisation } from '../../organisation/queries.ts';
import { type Call, readApplicantKinds } from '../queries.ts';
import { methodText } from '../scoring-texts.ts';
import { type StageKind, stageOf } from '../stages.ts';
import { untilText, windowText } from '../texts.ts';

/** What rules and privacy clauses may name instead of writing it out, so that words and data cannot disagree. */
export const legalFields = fieldsMeaning(
  {
    konkurs: 'nazwa konkursu, w cudzysłowie',
    biblioteka: 'nazwa biblioteki',
    biblioteki: 'nazwa biblioteki w dopełniaczu: „dyrektor …”',
    'adres-biblioteki': 'ulica, kod i miejscowość',
    telefon: 'telefon biblioteki; może być pusty',
    'e-mail': 'adres e-mail biblioteki; może być pusty',
    inspektor: 'inspektor ochrony danych; może być pusty',
    'e-mail-inspektora': 'adres e-mail inspektora ochrony danych; może być pusty',
    grantodawca: 'kto dofinansowuje zadanie; może być pusty',
    pula: 'pula konkursu, z kwotą słowami w nawiasie',
    najmniej: 'najmniejsza kwota na inicjatywę, z kwotą słowami w nawiasie',
    najwięcej: 'największa kwota na inicjatywę, z kwotą słowami w nawiasie',
    nabór: 'termin przyjmowania wniosków',
    'koniec-naboru': 'dzień i godzina końca naboru, po słowie „do”',
    'ponowne-sprawdzenie': 'termin próśb o ponowne sprawdzenie; pusty, gdy nie ma go w terminarzu',
    wyniki: 'termin ogłoszenia wyników; może być pusty',
    realizacja: 'okres realizacji; może być pusty',
    'ostatni-zakup': 'termin ostatnich zakupów; może być pusty',
    'sprawozdanie-grupy': 'termin sprawozdania grupy; może być pusty',
    obszar: 'obszar konkursu',
    'najmniejsza-grupa': 'ile osób liczy najmniejsza grupa nieformalna: „3 osoby”',
    'najmłodszy-lider': 'ile lat ma najmłodszy lider: „13 lat”',
    'wniosków-od-lidera': 'ile wniosków może złożyć jedna grupa i jeden lider',
    'wniosków-od-organizacji': 'ile wniosków może złożyć jedna organizacja; puste, gdy liczy się jak lider',
    próg: 'próg punktów: „60%”',
    punkty: 'najwięcej punktów: „100 punktów”',
    kworum: 'ilu członków komisji musi rozstrzygać',
    'sposób-liczenia': 'jak punkty z kart dają wynik, jedno lub dwa zdania',
    'nr-kwot': 'numer załącznika z tym, kto może złożyć wniosek, i z kwotami',
    'nr-terminarza': 'numer załącznika z terminarzem',
    'nr-kosztów': 'numer załącznika z rodzajami kosztów',
    'nr-kryteriów': 'numer załącznika z kryteriami',
    'nr-danych': 'numer załącznika o danych osobowych',
  },
  {
    konsultacje: 'projekt regulaminu był konsultowany',
    młodzież: 'wniosek może złożyć osoba niepełnoletnia',
    organizacje: 'wniosek może złożyć organizacja',
  },
);

/** From the call as it stands. */
export function legalValues(reader: Reader, call: Call): TemplateValues {
  const library = readOrganisation(reader);
  const kinds = readApplicantKinds(reader, call.id).map(({ kind }) => kind);
  const when = (kind: StageKind) => windowText(stageOf(call.stages, kind) ?? { startsAt: null, endsAt: null });
  const inFull = (amount: Grosze) => `${formatAmount(amount)} (słownie: ${amountInWords(amount)})`;
  const closesAt = stageOf(call.stages, 'submission')?.endsAt ?? null;
  return {
    konkurs: quoted(call.title),
    biblioteka: library.name,
    biblioteki: library.genitiveName,
    'adres-biblioteki': `${library.street}, ${library.postalCode} ${library.city}`,
    telefon: library.phone,
    'e-mail': library.email,
    inspektor: library.privacyOfficer,
    'e-mail-inspektora': library.privacyOfficerEmail,
    grantodawca: readFunder(reader) ?? '',
    pula: inFull(call.poolGrosze),
    najmniej: inFull(call.minGrosze),
    najwięcej: inFull(call.maxGrosze),
    nabór: when('submission'),
    'koniec-naboru': closesAt === null ? '' : untilText(closesAt),
    'ponowne-sprawdzenie': when('recheck'),
    wyniki: when('results'),
    realizacja: when('realisation'),
    'ostatni-zakup': when('last_purchase'),
    'sprawozdanie-grupy': when('group_report'),
    obszar: call.area,
    'najmniejsza-grupa': counted(call.minGroupSize, 'osoba', 'osoby', 'osób'),
    'najmłodszy-lider': counted(call.minLeaderAge, 'rok', 'lata', 'lat'),
    'wniosków-od-lidera': call.applicationsPerLeader,
    'wniosków-od-organizacji': call.applicationsPerOrganisation ?? '',
    próg: `${call.thresholdPercent}%`,
    'sposób-liczenia': methodText(call),
    punkty: counted(call.maxPoints, 'punkt', 'punkty', 'punktów'),
    kworum: call.quorum,
    'nr-kwot': 1,
    'nr-terminarza': 2,
    'nr-kosztów': 3,
    'nr-kryteriów': 4,
    'nr-danych': 5,
    konsultacje: stageOf(call.stages, 'rules_consultation') !== undefined,
    młodzież: kinds.includes('minor'),
    organizacje: kinds.some((kind) => kind === 'organisation' || kind === 'organisation_with_group'),
  };
}
