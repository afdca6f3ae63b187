import type { Deps } from '../../../deps.ts';
import type { FileAccess } from '../../../files/records.ts';
import type { Workshop } from '../../../jobs/worker.ts';
import type { Role } from '../../../lib/actor.ts';
import type { DocumentKinds } from '../../../pdf/kinds.ts';
import type { Access } from '../../../web/access.ts';
import { absent, archive, redirect, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { noFields } from '../../accounts/forms.ts';
import { settingsReaders } from '../../calls/access.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { readingStaff } from '../../expenses/access.ts';
import { askForDocumentAgain } from '../ask-again.ts';
import { shelfPaths } from '../paths.ts';
import { liesOn, type Shelf } from '../shelf/contents.ts';
import { opened } from '../shelf/doors.ts';
import { packed } from '../shelf/packing.ts';
import { shelfPage } from '../shelf/page.ts';
import type { ShelfName } from '../shelf/places.ts';
import { archiveName, flashes, titles } from '../shelf/texts.ts';

/** Where shelves are read, away from the pages of others, and whose word opens what lies there. */
export interface ReadingRoom {
  readonly workshop: Workshop;
  readonly documentKinds: DocumentKinds;
  readonly fileAccess: FileAccess;
}

const askers = ['coordinator', 'director', 'accountant'] as const satisfies readonly Role[];

/** Who may come at all; what is there for them, `opened` and the rooms of the files say. */
const doors: Readonly<Record<ShelfName['of'], Access>> = {
  call: settingsReaders,
  application: 'confirmed',
  initiative: 'confirmed',
  project: readingStaff,
};

/** The documents of a call, of one record or of the project: a page, the same as a ZIP, and one of them made again. */
export function shelfRoutes(web: Web, deps: Deps, { workshop, documentKinds, fileAccess }: ReadingRoom): void {
  const read = async ({ actor }: Visit, name: ShelfName) =>
    (await workshop.run({ task: 'shelf', actor, name, now: deps.clock.now() })) as Shelf;

  for (const of of ['call', 'application', 'initiative', 'project'] as const) {
    const page = async (visit: Visit) => {
      const { name, code, about, isOwn: own, back } = opened[of](deps, visit);
      const shelf = shelfPage(await read(visit, name), name, own);
      return view('desk/shelf', titles[of], { ...shelf, title: titles[of], code, about, back });
    };

    web.page(shelfPaths.page(of), doors[of], page);

    web.page(shelfPaths.zip(of), doors[of], async (visit) => {
      const { name, code } = opened[of](deps, visit);
      const shelf = await read(visit, name);
      return archive(archiveName(of, code), packed(shelf, visit.now), shelf.lacking);
    });

    web.submit(shelfPaths.again(of), askers, {
      form: noFields,
      again: page,
      async run(visit) {
        const { name } = opened[of](deps, visit);
        if (!liesOn(await read(visit, name), visit.id('document'))) return absent;
        const rights = { kinds: documentKinds, fileAccess };
        const asked = askForDocumentAgain(deps, rights, visit.actor, visit.id('document'));
        return answerTo(asked, () => redirect(shelfPaths.pageOf(name), flashes.asked));
      },
    });
  }
}
