import type { FastifyInstance } from 'fastify';
import { beginImport } from '../acts/exchange/begin-import.ts';
import { applyImport, cancelImport, checkImport, mapImport } from '../acts/exchange/change-import.ts';
import { readImport, readImportRows, readImports } from '../acts/exchange/read-imports.ts';
import { sha256, type House } from '../acts/house.ts';
import { jobKinds } from '../acts/job/job-kinds.ts';
import { wakeJobs } from '../acts/job/run-jobs.ts';
import { runAct, type Act } from '../acts/run-act.ts';
import * as contract from '../contract/import.ts';
import { serve, serveAct, type Asked } from './serve.ts';
import { spoolSheet } from './spool-sheet.ts';

/** Sheets into the ledger. */
export function serveImports(app: FastifyInstance, house: House): void {
  serve(app, house, contract.imports, ({ actor, query }) => readImports(house, actor, query));
  serve(app, house, contract.readImport, ({ actor, params }) => readImport(house, actor, params.id));
  serve(app, house, contract.importRows, ({ actor, params, query }) => readImportRows(house, actor, params.id, query));
  serve(app, house, contract.beginImport, async ({ actor, request }) => {
    const spooled = await spoolSheet(request);
    if (!spooled.ok) return spooled;
    try {
      return await beginImport(house, actor, spooled.value, { requestId: request.id });
    } finally {
      await spooled.value.remove();
    }
  });
  serve(app, house, contract.pasteImport, ({ actor, body, request }) => {
    const bytes = Buffer.from(JSON.stringify({ text: body.text, html: body.html }));
    const sheet = {
      ...body,
      fileName: '',
      pasted: true,
      digest: sha256(bytes),
      size: bytes.length,
      parts: async function* () {
        yield await Promise.resolve(bytes);
      },
    };
    return beginImport(house, actor, sheet, { requestId: request.id });
  });
  serveAct(app, house, contract.mapImport, mapImport, ({ params, body }) => ({
    id: params.id,
    sheet: body.sheet,
    mapping: body.mapping,
    options: body.options,
  }));
  serve(app, house, contract.checkImport, (asked) => begin(asked, checkImport, { id: asked.params.id }));
  serve(app, house, contract.applyImport, (asked) =>
    begin(asked, applyImport, { id: asked.params.id, mode: asked.body.mode }),
  );
  serveAct(app, house, contract.cancelImport, cancelImport(jobKinds), ({ params }) => ({ id: params.id }));
}

/** An act that queues work: once it is kept, the work begins. */
async function begin<Input, Answer>(
  { house, actor, body, request }: Pick<Asked<typeof contract.checkImport>, 'house' | 'actor' | 'body' | 'request'>,
  act: Act<Input, Answer>,
  input: Input,
) {
  const done = await runAct(house, act, { actId: body.actId, actor, input, requestId: request.id });
  wakeJobs(house);
  return done;
}
