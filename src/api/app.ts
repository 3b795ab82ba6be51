import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { House } from '../acts/house.ts';
import { problem } from '../core/kernel/problem.ts';
import { inRoot } from '../root.ts';
import { serveEvidence } from './evidence.ts';
import { serveBulk } from './bulk.ts';
import { serveExports } from './export.ts';
import { serveSuspects } from './suspect.ts';
import { servePeriods } from './period.ts';
import { serveOpenApi } from './openapi.ts';
import { servePeople, serveSession } from './access.ts';
import { serveFigures } from './figure.ts';
import { serveImports } from './import.ts';
import { serveJobs } from './job.ts';
import { serveKinds } from './kind.ts';
import { serveLedger } from './ledger.ts';
import { refuse } from './refuse.ts';
import { serveCounties, serveDocuments, serveWork } from './work.ts';

/** Largest JSON body in bytes; pasted text is the longest thing in one. */
const BODY_LIMIT = 8 * 1024 * 1024;

/** The whole server, not yet listening. */
export async function makeApp(house: House, options: { logLevel: string; limit?: boolean }): Promise<FastifyInstance> {
  const app = Fastify({
    logger:
      options.logLevel === 'silent'
        ? false
        : {
            level: options.logLevel,
            stream: process.stderr,
            redact: ['req.headers.authorization', 'req.headers.cookie'],
          },
    bodyLimit: BODY_LIMIT,
    // A proxy on this machine may say who asked and over what; nobody else is believed.
    trustProxy: 'loopback',
    logController: new LogController({ disableRequestLogging: !['debug', 'trace'].includes(options.logLevel) }),
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        // A PDF of evidence is looked at inside the page; pages themselves may be put into none (below).
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false });
  if (options.limit !== false) await app.register(rateLimit, { global: false, errorResponseBuilder: tooMany });
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
  });
  app.get('/healthz', async () => ({ ok: true }));
  for (const serve of SERVED) serve(app, house);
  serveOpenApi(app);
  await servePages(app);
  return app;
}

/** Every part of the API, each with its routes. */
const SERVED = [
  serveSession,
  servePeople,
  serveCounties,
  serveDocuments,
  serveWork,
  serveJobs,
  serveImports,
  serveKinds,
  serveFigures,
  serveLedger,
  servePeriods,
  serveBulk,
  serveExports,
  serveSuspects,
  serveEvidence,
];

/** The built pages; every address that is no file and no API leads to the one page, which finds its own way. */
async function servePages(app: FastifyInstance): Promise<void> {
  const folder = inRoot('dist', 'web');
  if (existsSync(folder)) {
    await app.register(statics, {
      root: folder,
      wildcard: false,
      preCompressed: true,
      setHeaders: (reply, path) => void reply.header('cache-control', cacheOf(path)),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      existsSync(folder) &&
      (request.headers.accept ?? '').includes('text/html');
    return page
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : refuse(reply, [problem('not_found')]);
  });
}

/** Built files carry their content's hash in their name and never change; pages are asked for each time. */
const cacheOf = (path: string): string =>
  path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

const tooMany = () => Object.assign(new Error('too many'), { statusCode: 429, code: 'TOO_MANY' });

/** What was thrown: the framework's own refusals become problems, values that no column takes are invalid, all else is ours to mend. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.statusCode === 429) return refuse(reply, [problem('session.too_many')]);
  if (error.statusCode === 413) return refuse(reply, [problem('input.too_long')]);
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, [problem('input.invalid')]);
  // Data exceptions of the database: a cursor or key that is not one (22xxx).
  if (/^22\w{3}$/.test(error.code)) return refuse(reply, [problem('input.invalid')]);
  request.log.error({ err: error }, 'unexpected');
  return refuse(reply, [problem('internal', undefined, { requestId: request.id })]);
}
