import type { Role } from '../../lib/actor.ts';
import { day, type Instant } from '../../lib/days.ts';
import { formatAmount, type Grosze } from '../../lib/money.ts';
import { longDate, longMoment } from '../../lib/polish-dates.ts';
import { roleNames } from '../accounts/texts.ts';
import type { OrderSubject } from '../calls/orders/queries.ts';
import { orderSubjects } from '../calls/orders/texts.ts';
import { placeNames } from '../calls/publications/texts.ts';
import { saidOfAnnounced } from './announced-event-texts.ts';
import { juryEvents } from './jury-event-texts.ts';
import { projectEvents } from './project-event-texts.ts';

/** What happened, in words; a kind of event that is not here is shown by its code. */
const said: Readonly<Record<string, string>> = {
  ...saidOfAnnounced,
  'person.started': 'ktoś zaczął pisać, adres czeka na potwierdzenie',
  'person.confirmed': 'potwierdzono adres e-mail',
  'person.merged': 'połączono z kontem o tym samym adresie',
  'person.added': 'dodano osobę',
  'person.changed': 'zmieniono dane osoby',
  'person.closed': 'zamknięto konto',
  'person.reopened': 'otwarto konto ponownie',
  'role.granted': 'nadano rolę',
  'role.revoked': 'odebrano rolę',
  'session.opened': 'wejście do systemu',
  'session.ended': 'wylogowanie',
  'sign_in_link.asked': 'poproszono o list z linkiem do wejścia',
  'sign_in_link.handed': 'wydano link do wejścia',
  'sign_in_link.ended': 'link do wejścia stracił ważność po błędnych kodach',
  'organisation.added': 'zapisano dane instytucji',
  'organisation.changed': 'zmieniono dane instytucji',
  'letter_text.saved': 'zapisano wzór listu',
  'document_text.called_back': 'cofnięto wersję wzoru dokumentu, zanim zaczęła obowiązywać',
  'document_text.saved': 'zapisano wzór dokumentu',
  'letter_text.called_back': 'cofnięto wersję wzoru listu, zanim zaczęła obowiązywać',
  'letter_settings.changed': 'zmieniono stopkę listów albo adres do odpowiedzi',
  'mailing.started': 'zaczęto wysyłkę listów',
  'mailing.prepared': 'napisano listy do obejrzenia',
  'mailing.letter_edited': 'poprawiono jeden list wysyłki',
  'mailing.recipient_dropped': 'pominięto adresata wysyłki',
  'mailing.recipient_kept': 'przywrócono adresata wysyłki',
  'mailing.held': 'wstrzymano wysyłkę',
  'mailing.scheduled': 'zaplanowano wysyłkę',
  'mailing.sent': 'wysłano listy',
  'mailing.reopened': 'wysyłka wróciła do szkicu',
  'mailing.cancelled': 'odwołano wysyłkę',
  'reminder.changed': 'zmieniono ustawienie przypomnienia',
  ...projectEvents,
  ...juryEvents,
  'call.created': 'przygotowano konkurs',
  'call.announced': 'ogłoszono konkurs',
  'call.returned_to_draft': 'konkurs wrócił do szkicu',
  'call.form_discarded': 'odrzucono zmiany formularza wniosku',
  'call.form_published': 'opublikowano nową wersję formularza wniosku',
  'call.rules_published': 'opublikowano nową wersję regulaminu',
  'call.privacy_published': 'opublikowano nową wersję klauzuli o danych osobowych',
  'order.stored': 'zapisano zarządzenie dyrektora',
  'order.corrected': 'poprawiono wpis o zarządzeniu dyrektora',
  'order.withdrawn': 'wycofano wpis o zarządzeniu dyrektora',
  'publication.placed': 'zapisano, gdzie jeszcze opublikowano',
  'publication.place_corrected': 'poprawiono wpis o miejscu publikacji',
  'publication.place_withdrawn': 'wycofano wpis o miejscu publikacji',
  'call.second_signature_on': 'włączono drugi podpis oceny formalnej',
  'call.second_signature_off': 'wyłączono drugi podpis oceny formalnej',
  'call.terms_changed': 'zmieniono kwoty i limity konkursu',
  'rehearsal.started': 'zaczęto próbę generalną konkursu',
  'rehearsal.moved_on': 'próba przeszła do następnego etapu',
  'rehearsal.closed': 'zakończono próbę generalną; jej teksty i pliki skasowano',
  'call.about_changed': 'zmieniono nazwę, opis albo kontakt konkursu',
  'call.applicants_changed': 'zmieniono, kto może złożyć wniosek',
  'call.stages_changed': 'zmieniono etapy konkursu',
  'call.costs_changed': 'zmieniono rodzaje kosztów',
  'call.formal_criteria_changed': 'zmieniono kryteria formalne',
  'call.merit_criteria_changed': 'zmieniono kryteria oceny',
  'call.timetable_changed': 'zmieniono terminarz',
  'call.timetable_moved': 'przesunięto cały terminarz',
  'application.form_taken': 'przeniesiono szkic wniosku na nowy formularz',
  'question.asked': 'zadano pytanie o konkurs',
  'question.answered': 'odpowiedziano na pytanie o konkurs',
  'late_link.given': 'pozwolono złożyć wniosek po terminie',
  'late_link.withdrawn': 'cofnięto zgodę na złożenie wniosku po terminie',
  'application.came_late': 'wniosek wpłynął po terminie, za zgodą',
  'consultation.opened': 'udostępniono projekt regulaminu do konsultacji',
  'consultation.summarised': 'opublikowano podsumowanie konsultacji',
  'opinion.given': 'wpłynęła opinia o projekcie regulaminu',
  'opinion.answered': 'odpowiedziano na opinię o projekcie regulaminu',
  'call.meeting_added': 'dodano spotkanie',
  'call.meeting_called_off': 'odwołano spotkanie',
  'application.started': 'rozpoczęto wniosek',
  'application.attachment_added': 'dodano załącznik',
  'application.attachment_removed': 'usunięto załącznik',
  'application.begun_in_name': 'zaczęto wniosek w imieniu osoby prowadzącej',
  'application.saved_in_name': 'zapisano część wniosku w imieniu osoby prowadzącej',
  'application.paper_arrived': 'zapisano wpływ wniosku na papierze',
  'application.word_given': 'osoba prowadząca potwierdziła wniosek wpisany w jej imieniu',
  'application.member_invited': 'zaproszono kogoś do wniosku',
  'application.invitation_cancelled': 'cofnięto zaproszenie do wniosku',
  'application.member_joined': 'zaproszona osoba dołączyła do wniosku',
  'application.member_right_changed': 'zmieniono prawo osoby we wniosku',
  'application.member_removed': 'osoba nie należy już do wniosku',
  'application.guardian_asked': 'poproszono opiekuna o zgodę',
  'application.guardian_consented': 'opiekun wyraził zgodę',
  'application.guardian_refused': 'opiekun odmówił zgody',
  'application.guardian_consent_ended': 'zgoda opiekuna już nie obowiązuje',
  'application.message_sent': 'wysłano wiadomość w sprawie wniosku',
  'application.submitted': 'złożono wniosek',
  'application.amendment_opened': 'zaczęto zmieniać złożony wniosek',
  'application.amendment_set_aside': 'odłożono zmiany wniosku',
  'application.amended': 'złożono zmieniony wniosek',
  'application.corrections_asked': 'poproszono o poprawki wniosku',
  'application.corrections_taken_back': 'odwołano prośbę o poprawki wniosku',
  'application.recheck_asked': 'poproszono o ponowne sprawdzenie wniosku',
  'application.recheck_upheld': 'po ponownym sprawdzeniu odrzucenie utrzymano',
  'application.recheck_reopened': 'uwzględniono prośbę o ponowne sprawdzenie',
  'application.reopened': 'wniosek wrócił do oceny formalnej',
  'application.corrected': 'wysłano poprawki wniosku',
  'application.withdrawn': 'wycofano wniosek',
  'application.accepted': 'wniosek przeszedł ocenę formalną',
  'application.rejected': 'wniosek odrzucono w ocenie formalnej',
  'application.decided': 'ogłoszono wynik wniosku',
  'formal_card.opened': 'rozpoczęto ocenę formalną',
  'formal_card.signed': 'podpisano kartę oceny formalnej, czeka na drugi podpis',
  'formal_card.returned': 'odesłano kartę oceny formalnej z uwagą',
  'formal_card.decided': 'zakończono ocenę formalną',
  'decisions.prepared': 'przygotowano rozstrzygnięcie',
  'decisions.saved': 'zapisano zmiany w rozstrzygnięciu',
  'decisions.proposed': 'przekazano rozstrzygnięcie do zatwierdzenia',
  'decisions.approved': 'zatwierdzono rozstrzygnięcie',
  'decisions.returned': 'zwrócono rozstrzygnięcie z uwagą',
  'decisions.published': 'ogłoszono wyniki',
  'initiative.created': 'powstała inicjatywa',
  'initiative.plan_saved': 'zapisano uzgadniany kosztorys',
  'initiative.plan_agreed': 'uzgodniono kosztorys',
  'initiative.in_realisation': 'inicjatywa w realizacji',
  'initiative.settled': 'inicjatywa rozliczona',
  'agreement.opened': 'przygotowano porozumienie',
  'agreement.funds_confirmed': 'potwierdzono: mieści się w planie finansowym',
  'agreement.issued': 'wydano porozumienie do podpisu',
  'agreement.signed': 'porozumienie podpisane',
  'expense.entered': 'wpisano dokument księgowy',
  'expense.changed': 'zmieniono szkic dokumentu',
  'expense.discarded': 'usunięto szkic dokumentu',
  'expense.scan_added': 'dodano skan dokumentu',
  'expense.booked': 'zaksięgowano dokument',
  'expense.controlled': 'wstępna kontrola dokumentu',
  'expense.approved': 'zatwierdzono do wypłaty',
  'expense.payment_recorded': 'wpisano płatność',
  'expense.paid': 'dokument opłacony w całości',
  'expense.description_asked': 'poproszono o opis dokumentu (PDF)',
  'settlement.made': 'rozliczono inicjatywę',
  'letter.dispatched': 'list przekazano poza e-mailem',
  'letter.dispatch_corrected': 'poprawiono wpis o przekazaniu listu',
  'letter.dispatch_taken_back': 'cofnięto wpis o przekazaniu listu',
  'letter.proof_added': 'dołączono potwierdzenie do listu',
  'letter.on_paper': 'list, który nie doszedł, pójdzie na papierze',
  'call.noted': 'zapisano rozmowę telefoniczną',
  'person.contact_changed': 'zapisano, jak pisać do osoby',
  'letter.sent_again': 'wysłano list jeszcze raz',
  'document.asked_again': 'poproszono o dokument jeszcze raz',
  'report.asked': 'poproszono o raport (PDF)',
};

/** Facts that tell a reader something; ids, fingerprints and other inner facts stay in the record alone. */
const factNames: Readonly<Record<string, string>> = {
  number: 'numer',
  role: 'rola',
  weeks: 'o ile tygodni',
  lines: 'pozycji',
  exclusions: 'wyłączeń',
  othersSeen: 'inne karty tego wniosku już widoczne',
  place: 'miejsce',
  reservePlace: 'miejsce na liście rezerwowej',
  signedOn: 'dzień podpisania',
  lane: 'sposób',
  section: 'część',
  may: 'może',
  word: 'czym',
  arrivedAt: 'wpłynął',
  way: 'jak',
  doneOn: 'dnia',
  letters: 'listów',
  stopped: 'zatrzymano listów',
  orderNumber: 'numer',
  concerns: 'czego dotyczy',
  publishedIn: 'gdzie',
  publishedOn: 'dnia',
};

const amountNames: Readonly<Record<string, string>> = {
  requestedGrosze: 'kwota wnioskowana',
  awarded: 'przyznano',
  agreed: 'uzgodniono',
  total: 'razem',
  amount: 'kwota',
  pool: 'pula',
  grant: 'dotacja',
  own: 'wkład własny',
  spent: 'wydano',
  unused: 'niewykorzystane',
};

const lanes: Readonly<Record<string, string>> = {
  clicked: 'w systemie',
  paper: 'na papierze',
  post: 'pocztą',
  hand: 'do ręki',
  phone: 'przez telefon',
  e_delivery: 'przez e-Doręczenia',
  together: 'razem przy biurku',
  read: 'czytać',
  edit: 'pisać',
  submit: 'pisać i złożyć',
  paper_form: 'podpis na wniosku papierowym',
  printout: 'podpis na wydruku',
  code: 'kod z listu',
  link: 'link z listu',
  scan: 'na podpisanej kartce',
  desk: 'w bibliotece',
};

/** An event for a reader: words, and its telling facts as short pairs (amounts in złote). */
export function eventWords(event: { readonly what: string; readonly facts: string }): { title: string; facts: string } {
  const facts = JSON.parse(event.facts) as Record<string, string | number | boolean | null>;
  const pairs = Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : factPair(name, value)));
  return { title: said[event.what] ?? event.what, facts: pairs.join(', ') };
}

function factPair(name: string, value: string | number | boolean): string[] {
  const amount = amountNames[name];
  if (amount !== undefined && typeof value === 'number') return [`${amount}: ${formatAmount(value as Grosze)}`];
  const fact = factNames[name];
  return fact === undefined ? [] : [`${fact}: ${valueWords(name, String(value))}`];
}

function valueWords(name: string, value: string): string {
  if (name === 'role') return roleNames[value as Role] ?? value;
  if (name === 'concerns') return orderSubjects[value as OrderSubject] ?? value;
  if (name === 'publishedIn') return placeNames[value as keyof typeof placeNames] ?? value;
  if (name === 'signedOn' || name === 'doneOn' || name === 'publishedOn') return longDate(day(value));
  if (name === 'arrivedAt') return longMoment(value as Instant);
  return lanes[value] ?? value;
}
