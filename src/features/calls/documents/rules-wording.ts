import { warsawDay } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import { fieldsMeaning, type Wording } from '../../../pdf/wording/wording.ts';
import { broughtInBy } from '../orders/texts.ts';
import { sampleRules } from '../sample.ts';
import { type CallRules, rulesParts } from './rules.ts';

const rulesFields = fieldsMeaning({
  konkurs: 'nazwa konkursu, w cudzysłowie',
  ogłoszony: 'dzień ogłoszenia; puste, zanim konkurs ogłoszono',
  wersja: 'numer wersji regulaminu',
  zarządzenie: '„zarządzeniem nr … z dnia …”, także o zmianach; puste, zanim je zapisano',
  'stan-na': 'chwila, z której są terminy i kwoty',
});

function rulesValues({ call, rules, orders, askedAt }: CallRules): TemplateValues {
  return {
    konkurs: quoted(call.title),
    ogłoszony: call.announcedAt === null ? '' : longDate(warsawDay(call.announcedAt)),
    wersja: rules.number,
    zarządzenie: broughtInBy(orders),
    'stan-na': longMoment(askedAt),
  };
}

const rulesText = `# Regulamin konkursu
## {{konkurs}}

> {{#if zarządzenie}}Wprowadzony {{zarządzenie}}. {{/if}}{{#if ogłoszony}}Ogłoszony {{ogłoszony}}. {{/if}}Wersja {{wersja}}, z terminami i kwotami na dzień {{stan-na}}.

[postanowienia]

[kwoty]

[terminarz]

> Koniec naboru o podanej godzinie oznacza, że wniosek, który wpłynie o tej godzinie lub później, jest spóźniony.

[koszty]

[kryteria]

[dane-osobowe]`;

/** What staff may say around the rules' own paragraphs, which have their editor (`rules/`). */
export const rulesWording: Wording<CallRules> = {
  name: 'Regulamin konkursu',
  when: 'gdy konkurs jest ogłaszany albo zmieniają się jego zasady',
  fields: rulesFields,
  parts: rulesParts,
  variants: { rules: { name: 'regulamin', text: rulesText, sample: sampleRules } },
  variantOf: () => 'rules',
  values: rulesValues,
};
