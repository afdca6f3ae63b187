/** What happened to a call that people already read, in words. */
export const saidOfAnnounced: Readonly<Record<string, string>> = {
  'call.rules_told': 'napisano do grup o zmianie regulaminu',
  'call.rules_not_told': 'uznano, że listy o zmianie regulaminu nie są potrzebne',
  'call.change_told': 'napisano do grup o zmianie terminu',
  'call.change_not_told': 'uznano, że listy o zmianie terminu nie są potrzebne',
  'call.questions_changed': 'zmieniono częste pytania konkursu',
};
