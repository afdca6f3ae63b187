import { readRules } from '../../features/calls/call-texts.ts';
import { type OrderFacts, storeOrder } from '../../features/calls/orders/commands.ts';
import { notePlace, type PlaceFacts } from '../../features/calls/publications/commands.ts';
import { readPublications } from '../../features/calls/publications/queries.ts';
import { day } from '../../lib/days.ts';
import { longDate } from '../../lib/polish-dates.ts';
import { drawWording } from '../../pdf/wording/draw.ts';
import { defaultText } from '../../pdf/wording/versions.ts';
import { type Happening, happening } from '../happening.ts';
import type { Scene } from '../scene.ts';
import type { StoryTime } from '../stages.ts';

type OrderMark = Pick<OrderFacts, 'number' | 'signedOn'>;

/** An order as the secretariat gave it back: its number, its day, and a scan that everybody may read. */
function ordered(
  at: StoryTime,
  what: string,
  { kind, ...facts }: OrderMark & { kind: 'order_rules' | 'order_jury' },
): Happening {
  return happening(at, 'joanna', what, async (scene, actor) => {
    const callId = scene.callId();
    const concerns = kind === 'order_rules' ? 'rules' : 'jury';
    const about = concerns === 'rules' ? readRules(scene.deps.db, callId).id : null;
    return storeOrder(scene.deps, actor, {
      callId,
      facts: { ...facts, concerns, about, note: '', isPublic: true },
      scan: await scan(scene, kind, facts),
    });
  });
}

/** The draft with its blanks filled in, as it comes back from the library's scanner. */
async function scan({ deps, callId, pdf, worded }: Scene, kindName: string, { number, signedOn }: OrderMark) {
  const kind = worded(kindName);
  const data = kind.load(deps.db, callId(), { publicUrl: deps.publicUrl, askedAt: deps.clock.now() });
  const text = defaultText(kind, 'order')
    .replace(/nr …+\/\{\{rok\}\}/u, `nr ${number}`)
    .replace(/z dnia …+ \{\{rok\}\} r\./u, `z dnia ${longDate(signedOn)}`)
    .replace(/z …+ r\. poz\. …+/u, 'z 2024 r. poz. 87')
    .replace(/§ …+ statutu/u, '§ 9 statutu')
    .replace(/…+ \(imię i nazwisko, stanowisko\)/u, 'koordynatorce konkursu')
    .replace(/\n> To jest projekt\..*$/u, '');
  const blob = await pdf(`Zarządzenie nr ${number}`, (sheet) => {
    drawWording(sheet, kind.wording, data, text);
    sheet.paragraph('Podpisano odręcznie', { align: 'right' });
  });
  return { blob, name: `zarzadzenie-${number.replace('/', '-')}.pdf` };
}

function placed(at: StoryTime, what: string, facts: Pick<PlaceFacts, 'place' | 'address' | 'placedOn'>): Happening {
  return happening(at, 'joanna', what, ({ deps, callId }, actor) => {
    const announcement = readPublications(deps.db, callId()).find((one) => one.what === 'announcement');
    if (announcement === undefined) throw new Error('nothing is announced');
    return notePlace(deps, actor, {
      callId: callId(),
      facts: { ...facts, publicationId: announcement.id, isResults: false, note: '' },
    });
  });
}

/** The director's orders come back signed; the announcement goes to the public bulletin and on the notice board. */
export const publishing = [
  ordered('2024-02-09 13.10', 'stores the order that brings the rules in', {
    kind: 'order_rules',
    number: '3/2024',
    signedOn: day('2024-02-09'),
  }),
  placed('2024-02-12 08.40', 'puts the announcement into the public bulletin', {
    place: 'bip',
    address: 'https://bip.biblioteka.example.org/ogloszenia/3-2024',
    placedOn: day('2024-02-12'),
  }),
  placed('2024-02-12 09.15', 'pins the announcement up in the library', {
    place: 'notice_board',
    address: 'tablica ogłoszeń w holu biblioteki',
    placedOn: day('2024-02-12'),
  }),
  ordered('2024-03-18 12.40', 'stores the order that appoints the jury', {
    kind: 'order_jury',
    number: '6/2024',
    signedOn: day('2024-03-18'),
  }),
];
