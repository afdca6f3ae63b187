/** One way to offend each truth at the end of the told competition, in SQL, where triggers are gone and constraints look away. */
export const violations: Record<string, string> = {
  'every reference leads to a row': 'update applications set call_id = 999 where number = 1',
  'the database file is whole and its checks hold': 'update calls set quorum = 0',
  'the history is one chain: every hash is over its event and the hash before it':
    'update events set facts = \'{"planted":1}\' where id = (select min(id) from events)',
  'a text of the history is the one its event was hashed with, or erased':
    "update event_texts set content = content || ' i jeszcze' where content is not null",

  'an administrator is one of the whole organisation':
    "update role_grants set call_id = (select min(id) from calls) where role = 'administrator'",
  'a closed or merged account opens nothing: no role, no session':
    "update people set closed_at = '2024-09-01T10:00:00.000Z' where id in (select person_id from role_grants where role = 'director')",
  'an account is merged into one that stands by itself':
    'update people set merged_into_id = (select min(id) from people where email is null) where email is null',

  'a letter names a version of the text of its own kind, in force when it was written': `
    insert into letter_texts (id, kind, number, subject, body, in_force_from, created_at)
      values (901, 'sign_in', 1, 'Wejście', 'Kod', '2024-02-01T10:00:00.000Z', '2024-02-01T10:00:00.000Z');
    update letters set text_id = 901 where id = (select min(id) from letters where kind <> 'sign_in')`,
  'the versions of a text are numbered from one, without gaps': `
    insert into letter_texts (kind, number, subject, body, in_force_from, created_at)
      values ('sign_in', 2, 'Wejście', 'Kod', '2024-02-01T10:00:00.000Z', '2024-02-01T10:00:00.000Z')`,
  'a document names a version of the text of its own kind, in force when it was asked for': `
    insert into document_texts (id, kind, variant, number, text, in_force_from, created_at)
      values (901, 'jury_minutes', 'minutes', 1, '# Regulamin', '2030-02-01T10:00:00.000Z', '2024-02-01T10:00:00.000Z');
    update documents set text_id = 901 where id = (select min(id) from documents where kind = 'call_rules')`,
  'the versions of a text of documents are numbered from one, without gaps': `
    insert into document_texts (kind, variant, number, text, in_force_from, created_at)
      values ('jury_minutes', 'minutes', 2, '# Regulamin', '2024-02-01T10:00:00.000Z', '2024-02-01T10:00:00.000Z')`,

  'a letter outside e-mail is sent exactly when a dispatch of it holds':
    "update letters set state = 'sent' where channel = 'print' and state = 'waiting'",
  'a letter that opens a door is never on paper, told or handed over': `
    insert into sign_in_links (id, email, purpose, salt, created_at, expires_at) values (999, 'a@example.org', 'sign_in', 's', '2024', '2025');
    update letters set link_id = 999 where id in (select letter_id from dispatches)`,
  'a correction is of a dispatch of its own letter, and none is written down before it was done': `
    insert into dispatches (letter_id, way, done_on, done_by, corrects_id, reason, recorded_at, recorded_by)
      select (select max(id) from letters where link_id is null and id <> d.letter_id), 'post', d.done_on, 'Joanna', d.id, 'pomyłka', d.recorded_at, d.recorded_by
      from dispatches d order by d.id limit 1`,

  'a letter of a mailing goes to a recipient who was not dropped, in the words that were seen, once the mailing is sent':
    "update letters set body = body || '!' where kind = 'mailing'",
  'everybody in a sent mailing, dropped ones aside, has one letter of it':
    "update letters set subject_kind = 'organisation' where id = (select min(id) from letters where kind = 'mailing')",
  'only a letter of a mailing called off is called back, and it has not left':
    "update letters set stopped_at = '2024-03-20T10:00:00.000Z' where id = (select min(id) from letters where kind = 'mailing')",
  'a mailing that waits for its hour has the job that will send it':
    "update mailings set state = 'scheduled', scheduled_at = '2024-09-02T07:00:00.000Z' where state = 'draft'",
  'a letter of reminders has what it reminds of, of its own person':
    "update letters set kind = 'reminder' where id = (select min(id) from letters)",

  'the lines of a budget that is or was in force sum to both its amounts':
    'update budget_amounts set amount_grosze = amount_grosze + 1 where line_id = (select min(id) from budget_lines)',
  'a version of a budget holds only lines of its own project': `
    insert into projects select 2, title, short_title, description, programme_name, funder_name, funder_short_name, credit_line, agreement_number,
      agreement_on, starts_on, ends_on, payments_until_on, report_due_on, created_at, version from projects where id = 1;
    update budget_tasks set project_id = 2 where code = '1'`,
  'a reversing entry undoes exactly the entry it names, and no reversing entry is undone':
    'update budget_entries set amount_grosze = amount_grosze - 1 where reverses_id is not null',
  'only a reversing entry is negative':
    'update budget_entries set amount_grosze = -amount_grosze where reverses_id is null',
  'no more is reserved and committed on a line than its plan holds':
    "update budget_entries set amount_grosze = 99999999 where kind = 'reservation' and reverses_id is null",

  'an announced call has one submission stage with both its ends':
    "update call_stages set ends_at = null where kind = 'submission'",
  'a call has its rules, form and privacy clause':
    "update call_texts set kind = 'form', number = 9 where kind = 'privacy'",
  'an eligible cost of an announced call falls on a grant line of its task':
    "update cost_categories set budget_line_id = (select min(id) from budget_lines where source = 'own') where code = 'print'",
  'the weighted criteria of a call give exactly its most points':
    "update merit_criteria set weight = 9 where code = 'needs'",
  'the pool of a call is planned in the grant of its task and holds its largest amount':
    'update calls set pool_grosze = 99999999',
  'a text published after its call was announced has a kept copy': `
    insert into call_texts (call_id, kind, number, content, created_at) select id, 'rules', 99, '{"text":""}', '2030-01-01T10:00:00.000Z' from calls where id = 1`,
  'an order of the director brings in a text or a change of its own call':
    'update director_orders set call_id = call_id + 1 where text_id is not null',
  'a place is of a publication of its own call': 'update publication_places set call_id = call_id + 1',

  'the numbers of a call run from one without a gap, and drafts have none':
    'update applications set number = 70 where number = 2',
  'what was submitted has no answer in two versions that nobody chose between': `
    insert into answer_versions (application_id, field, content, written_at, written_by, page, step)
      select a.id, 'answers.need', 'Z diagnozy.', a.created_at, m.person_id, 'okno', 0
      from applications a join application_members m on m.application_id = a.id where a.number = 1 limit 1`,
  'what was submitted has its frozen version and its event':
    "update applications set submitted_at = '2024-03-15T14:00:01.000Z' where number = 1",
  'the versions of an application run from one without a gap, and the last is the one in force':
    "insert into application_versions (application_id, number, content, fingerprint, requested_grosze, submitted_at, submitted_by) select application_id, 3, null, 'x', 1, submitted_at, submitted_by from application_versions where id = 1",
  'a change of an application is a draft in its call, led by its leader, and was sent as one of its versions':
    "update application_members set person_id = (select max(id) from people) where role = 'leader' and application_id in (select application_id from amendments)",
  'a frozen version is what its fingerprint says, or erased':
    "update application_versions set content = json_set(content, '$.title', 'Inny tytuł') where id = 1",
  'an application asks for the sum of the costs of its version':
    'update applications set requested_grosze = requested_grosze + 1 where number = 1',
  'the value of a cost is its quantity times its price, half a grosz up':
    'update cost_lines set value_grosze = value_grosze + 1 where value_grosze is not null',
  'an application has one leader and one applicant': "update application_members set role = 'co_author'",
  'the file of an attachment belongs to that attachment': "update files set subject_kind = 'application'",

  'the scan of a guardian’s consent belongs to that consent':
    "update files set subject_kind = 'application' where subject_kind = 'guardian_consent'",
  'a guardian speaks by a link that asked about the same application, in the same names, and works no more':
    "update guardian_consents set way = 'link', link_id = (select min(id) from sign_in_links)",
  'a text that a guardian read on a screen is the one its fingerprint says, or erased':
    "update guardian_consents set content = '{}', fingerprint = 'abc'",

  'an accepted application has a card that accepts it, without a no and without an open question':
    "update formal_answers set verdict = null where verdict = 'yes'",
  'a rejected application has a card with a no and a reason':
    "update formal_answers set verdict = 'yes' where verdict = 'no'",
  'a decided card is of a version of its own application':
    'update formal_cards set version_id = (select max(id) from application_versions) where id = 1',

  'a card given back and not sent again is a draft': `insert into score_reopenings (card_id, revision, was_sent_at, points, reasons,
      justification, suggested_amount, reason, others_seen, reopened_by, reopened_at)
    select id, revision, sent_at, '[]', '[]', '', '', 'bez otwarcia', 0, 1, sent_at from score_cards where id = 1`,
  'a suggested amount is within what was asked for and what the call gives':
    'update score_cards set suggested_grosze = 99999999900 where id = 1',
  'a sent card has points for every criterion of its call': 'delete from score_points where card_id = 1',
  'points stay within their criterion, which is of the same call':
    'update score_points set points = 6 where card_id = 1',
  'a card belongs to a declared member of the jury of its application': 'delete from jury_declarations where id = 1',
  'no card was sent after its juror was excluded': `
    insert into recusals (member_id, application_id, kind, ground, declared_at)
    select member_id, application_id, 'exclusion', 'kin', '2024-02-01T10:00:00.000Z' from score_cards where id = 1`,

  'an adopted row counts the sent cards of jurors who are not excluded, and no other':
    'update ranking_rows set cards = cards + 1',
  'an adopted result is the mean or the sum of those cards, half up to the decimals of the call':
    'update ranking_rows set total_hundredths = total_hundredths - 1 where place = 1',
  'adopted places run 1, 2, 3… and, among those that qualify, never against the results':
    'update ranking_rows set place = 9 where place = 2',
  'an adopted ranking has every accepted application of its call, and meets the threshold where it says so':
    'update ranking_rows set meets_threshold = 1 - meets_threshold',
  'nobody was excluded after the ranking was adopted': `
    insert into recusals (member_id, application_id, kind, ground, declared_at)
    select member_id, application_id, 'exclusion', 'kin', '2024-05-01T10:00:00.000Z' from score_cards where id = 1`,

  'a plan is the sum of its rows': "update plans set total_grosze = total_grosze + 1 where kind = 'agreed'",
  'an initiative has its three plans, requested and awarded final':
    "update plans set is_final = 0 where kind = 'awarded'",
  'awarded is at most requested, agreed at most awarded':
    "update plans set total_grosze = total_grosze + 1 where kind = 'awarded'",
  'the agreed plan is final exactly from the agreement on':
    "update plans set is_final = 1 - is_final where kind = 'agreed'",
  'until the agreement is signed the reservation is the plan that holds, line by line':
    "update budget_entries set amount_grosze = amount_grosze + 1 where kind = 'reservation' and reverses_id is null",

  'what was handed on is within the pool': "update decisions set amount_grosze = 99999999 where kind = 'award'",
  'no award is above its request': "update decisions set amount_grosze = amount_grosze + 100000 where kind = 'award'",
  'a published award, and nothing else, is one initiative':
    "update decisions set kind = 'refusal', amount_grosze = null where kind = 'award'",
  'the awarded plan is the published amount':
    "update decisions set amount_grosze = amount_grosze - 1 where kind = 'award'",
  'the reserve list follows the ranking, without gaps': "update decisions set reserve_place = 2 where kind = 'reserve'",
  'a set is published exactly when its publication stands': 'delete from publications',
  'everyone in a published set has had one letter':
    "update letters set kind = 'lost' where id = (select min(id) from letters where kind like 'result_%')",

  'work goes on exactly under a signed agreement':
    "update initiatives set state = 'agreed' where state = 'realisation'",
  'a signed agreement leaves nothing reserved':
    "delete from budget_entries where kind = 'reservation' and reverses_id is not null",
  'while the work goes on the commitment is the agreed plan, line by line':
    "update budget_entries set amount_grosze = amount_grosze + 1 where kind = 'commitment'",
  'nothing is committed before an agreement is signed':
    "update agreements set state = 'issued', signed_on = null, signed_file_id = null",
  'an agreement is numbered after its initiative': "update agreements set number = number || 'a'",
  'an agreement and its paper are of the same version of the text': `
    insert into document_texts (id, kind, variant, number, text, in_force_from, created_at)
      values (1001, 'agreement', 'person', 1, '# Porozumienie', '2024-02-01T10:00:00.000Z', '2024-02-01T10:00:00.000Z');
    update documents set text_id = 1001 where id = (select min(document_id) from agreements)`,
  'an issued agreement says what its fingerprint was taken of':
    "update agreements set content = json_set(content, '$.number', 'PB/2024/99/P')",

  'parts and the part outside the project are the whole document once it is booked':
    "update expenses set total_grosze = total_grosze + 1 where state = 'booked'",
  'a booked document has a part and the moment of booking; a discarded one has no parts':
    "update expenses set booked_at = null where state = 'booked'",
  'a document is paid exactly when its payments are its total, and never overpaid':
    'update payments set amount_grosze = amount_grosze - 1',
  'every step has its signature, and no signature runs ahead': "delete from expense_approvals where step = 'approval'",
  'control and approval are two different people, merged accounts taken as one': `
    update people set merged_into_id = (select min(person_id) from expense_approvals where step = 'control')
    where id in (select person_id from expense_approvals where step = 'approval')`,
  'no line is spent above its plan': 'update expense_parts set amount_grosze = 99999999',
  'no initiative takes more from the grant than was agreed': 'update expense_parts set amount_grosze = 400000',

  'a settlement is what was agreed and what is paid, to the grosz':
    'update settlements set spent_grosze = spent_grosze + 1, unused_grosze = unused_grosze - 1',
  'an initiative is settled exactly when it has a settlement': 'delete from settlements',
  'a settled initiative holds nothing in the budget and owes nothing':
    "delete from budget_entries where kind = 'commitment' and reverses_id is not null",
};
