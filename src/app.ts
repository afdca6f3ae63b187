import { join } from 'node:path';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { type FastifyInstance, fastify } from 'fastify';
import type { Deps } from './deps.ts';
import { openDoor } from './features/accounts/links.ts';
import { readActor } from './features/accounts/queries.ts';
import { accountRoutes } from './features/accounts/routes.ts';
import { agreementRoutes } from './features/agreements/routes.ts';
import { applicationRoutes } from './features/applications/routes.ts';
import { rehearsalAt } from './features/archive/rehearsal/whose.ts';
import { archiveRoutes } from './features/archive/routes.ts';
import { budgetRoutes } from './features/budgets/routes.ts';
import { callRoutes } from './features/calls/routes.ts';
import { checkRoutes } from './features/checks/routes.ts';
import { scheduledMailing } from './features/correspondence/mailings/sending.ts';
import { beginDailyPost, dailyPost } from './features/correspondence/reminders/daily-post.ts';
import { documentTextRoutes } from './features/correspondence/routes/documents.ts';
import { correspondenceRoutes } from './features/correspondence/routes.ts';
import { decisionRoutes } from './features/decisions/routes.ts';
import { openLetters, openRecords } from './features/desk/access.ts';
import { surroundings } from './features/desk/navigation.ts';
import { deskPaths } from './features/desk/paths.ts';
import { deskRoutes } from './features/desk/routes.ts';
import { staffSummary } from './features/desk/summary.ts';
import { expenseRoutes } from './features/expenses/routes.ts';
import { initiativeRoutes } from './features/initiatives/routes.ts';
import { blindRoutes } from './features/jury/blind/routes.ts';
import { juryFarewell } from './features/jury/farewell.ts';
import { relationRoutes } from './features/jury/relations/routes.ts';
import { juryRoutes } from './features/jury/routes.ts';
import { readOrganisation } from './features/organisation/queries.ts';
import { organisationRoutes } from './features/organisation/routes.ts';
import { projectRoutes } from './features/project/routes.ts';
import { rankingRoutes } from './features/ranking/routes.ts';
import { reportRoutes } from './features/reports/routes.ts';
import { reviewRoutes } from './features/reviews/routes.ts';
import { settlementRoutes } from './features/settlements/routes.ts';
import { isBlobUsed } from './files/records.ts';
import { freeHeld } from './jobs/queue.ts';
import { type JobKinds, type Runner, startRunner } from './jobs/runner.ts';
import { openWorkshop, type Workshop } from './jobs/worker.ts';
import { readLetterSettings } from './mail/letter-texts.ts';
import { openPostman, type Postman, type Sender } from './mail/postman.ts';
import { sendLetter } from './mail/send.ts';
import type { Trial } from './pdf/draw.ts';
import { makeDocument } from './pdf/register.ts';
import { documentKinds, fileAccess, letterKinds, recipientSets, reminderKinds } from './registries.ts';
import { callPresets } from './seed/presets.ts';
import { readAssets } from './web/assets.ts';
import { fileRoutes } from './web/downloads.ts';
import { nested } from './web/form.ts';
import { healthRoute } from './web/health.ts';
import { keptRoutes } from './web/kept-routes.ts';
import type { WebKit } from './web/kit.ts';
import { createRenderer } from './web/render.ts';
import { type Web, webOn } from './web/routes.ts';
import { isNearestProxy } from './web/security.ts';
import { serveStaticFiles } from './web/static-files.ts';

export interface AppSettings {
  /** The folder that holds views/, static/ and migrations/. */
  readonly root: string;
  readonly dataDir: string;
  readonly smtpUrl?: string | undefined;
  /** Takes the letters instead of a mail server. */
  readonly postman?: Postman;
  /** The sender's address; the organisation's own when absent. */
  readonly mailFrom?: string | undefined;
  /** Letters that may leave in any minute; unlimited when absent. */
  readonly mailPerMinute?: number | undefined;
  readonly trustProxy?: boolean;
  readonly logLevel?: string;
  /** Requests a minute from one network address; unlimited when absent. */
  readonly requestsPerMinute?: number | undefined;
  /** Where slow work is done; a worker thread of its own when absent. */
  readonly workshop?: Workshop;
  /** How often waiting jobs are looked for; 0 = only when asked. */
  readonly jobTickMs?: number;
  /** What a demonstration adds: pages of its own and the words on every page. A normal start has none. */
  readonly extra?: { readonly routes: (web: Web) => void } & Pick<WebKit, 'bar' | 'staleForm'>;
}

export interface App {
  readonly server: FastifyInstance;
  readonly runner: Runner;
  /** Stops claiming work, closes connections and the worker thread; the database stays open. */
  close(): Promise<void>;
}

const formLimitBytes = 1024 * 1024;

/** The table of contents: web plugins, then features in river order, then background work. */
export async function createApp(deps: Deps, settings: AppSettings): Promise<App> {
  const server = fastify({
    logger:
      settings.logLevel === undefined || settings.logLevel === 'silent'
        ? false
        : {
            level: settings.logLevel,
            serializers: { req: (request) => ({ method: request.method, route: request.routeOptions?.url }) },
          },
    trustProxy: settings.trustProxy === true ? isNearestProxy : false,
    bodyLimit: formLimitBytes,
    routerOptions: { maxParamLength: 200 },
  });
  const assets = readAssets(join(settings.root, 'static'));
  const renderer = createRenderer({ viewsDir: join(settings.root, 'views'), asset: assets.url });

  await server.register(cookie);
  await server.register(formbody, { parser: nested });
  await server.register(multipart, { throwFileSizeLimit: false });
  if (settings.requestsPerMinute !== undefined)
    await server.register(rateLimit, { max: settings.requestsPerMinute, timeWindow: '1 minute' });

  const kit: WebKit = {
    ...deps,
    renderer,
    readActor,
    surroundings: (actor, path) => surroundings(deps.db, actor, path),
    rehearsalAt: (actor, url) => rehearsalAt(deps.db, actor, url),
    farewellTo: (actor) => juryFarewell(deps.db, actor),
    fileAccess,
    signInPath: '/wejscie',
    ...(settings.extra === undefined ? {} : { bar: settings.extra.bar, staleForm: settings.extra.staleForm }),
  };
  const workshop =
    settings.workshop ??
    openWorkshop(new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url), {
      dataDir: settings.dataDir,
      publicUrl: deps.publicUrl,
    });
  const web = webOn(server, kit);
  await serveStaticFiles(server, join(settings.root, 'static'), assets);
  healthRoute(web, deps);
  fileRoutes(web);
  keptRoutes(web, kit);

  accountRoutes(web, deps);
  organisationRoutes(web, deps);
  correspondenceRoutes(web, deps, {
    ...{ kinds: letterKinds, openLetters, openRecords, sets: recipientSets, reminders: reminderKinds },
    summaryOf: staffSummary,
  });
  const drawTrial = async (trial: Trial) => {
    const askedAt = deps.clock.now();
    return Buffer.from((await workshop.run({ task: 'trial', askedAt, ...trial })) as Uint8Array);
  };
  documentTextRoutes(web, deps, { kinds: documentKinds, fileAccess, drawTrial });
  projectRoutes(web, deps);
  budgetRoutes(web, deps);
  callRoutes(web, deps, callPresets, drawTrial);
  applicationRoutes(web, deps);
  checkRoutes(web, deps);
  juryRoutes(web, deps);
  relationRoutes(web, deps);
  blindRoutes(web, deps);
  reviewRoutes(web, deps, workshop);
  rankingRoutes(web, deps);
  initiativeRoutes(web, deps);
  decisionRoutes(web, deps);
  agreementRoutes(web, deps);
  expenseRoutes(web, deps);
  settlementRoutes(web, deps);
  reportRoutes(web, deps);
  deskRoutes(web, deps, {
    ...{ kinds: letterKinds, fileAccess, sender: senderOf(deps, settings) },
    ...{ workshop, documentKinds },
  });
  archiveRoutes(web, deps, fileAccess);
  settings.extra?.routes(web);

  return withBackgroundWork(server, deps, settings, workshop);
}

function withBackgroundWork(server: FastifyInstance, deps: Deps, settings: AppSettings, workshop: Workshop): App {
  const postman = settings.postman ?? postmanFor(deps, settings);
  const kinds: JobKinds = {
    make_document: makeDocument({ ...deps, workshop }),
    send_letter: sendLetter({
      ...deps,
      postman,
      openDoor: openDoor(deps),
      pathOf: deps.files.pathOf,
      perMinute: settings.mailPerMinute,
    }),
    send_mailing: scheduledMailing(deps),
    daily_post: dailyPost(deps, { kinds: reminderKinds, summaryOf: staffSummary, deskPath: deskPaths.home }),
    sweep_files: {
      async run() {
        await deps.files.sweep((sha256) => isBlobUsed(deps.db, sha256), new Date(deps.clock.machine()));
      },
    },
  };
  const log = (message: string, facts: object) => server.log.warn(facts, message);
  freeHeld(deps.db, deps.clock);
  beginDailyPost(deps);
  const runner = startRunner({ ...deps, log }, kinds, settings.jobTickMs);
  return {
    server,
    runner,
    async close() {
      await runner.stop(5000);
      await server.close();
      await workshop.close();
      postman?.close();
    },
  };
}

function postmanFor(deps: Deps, settings: AppSettings): Postman | undefined {
  if (settings.smtpUrl === undefined) return undefined;
  return openPostman(settings.smtpUrl, senderOf(deps, settings), new URL(deps.publicUrl).hostname);
}

/** Who letters come from, and where an answer goes; asked anew for each. */
function senderOf(deps: Deps, { mailFrom }: AppSettings): () => Sender {
  return () => {
    const organisation = readOrganisation(deps.db);
    const { replyTo } = readLetterSettings(deps.db);
    const address = mailFrom ?? organisation.email;
    return { name: organisation.name, address, ...(replyTo === '' ? {} : { replyTo }) };
  };
}
