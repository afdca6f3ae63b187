/** A document's history in a reader's words; events missing here are the machine's business. */
export const happenings: Readonly<Record<string, string>> = {
  'expense.entered': 'Wprowadzono dokument',
  'expense.changed': 'Zmieniono szkic',
  'expense.scan_added': 'Dodano skan',
  'expense.discarded': 'Odrzucono szkic jako pomyłkę',
  'expense.booked': 'Zaksięgowano',
  'expense.controlled': 'Zapisano wstępną kontrolę',
  'expense.approved': 'Zatwierdzono do wypłaty',
  'expense.payment_recorded': 'Zapisano zapłatę',
  'expense.paid': 'Dokument zapłacony w całości',
  'expense.description_asked': 'Przygotowano opis dokumentu',
};
