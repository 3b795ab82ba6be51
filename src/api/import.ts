import type { FastifyInstance, FastifyReply } from 'fastify';
import { beginImport } from '../acts/exchange/begin-import.ts';
import { applyImport, cancelImport, checkImport, mapImport } from '../acts/exchange/change-import.ts';
import { readImport, readImportRows, readImports } from '../acts/exchange/read-imports.ts';
import { refusedFile, type FileOut } from '../acts/exchange/refused-file.ts';
import { templateFile } from '../acts/exchange/template-file.ts';
import { sha256, type House } from '../acts/house.ts';
import { jobKinds } from '../acts/job/job-kinds.ts';
import { wakeJobs } from '../acts/job/run-jobs.ts';
import { runAct, type Act } from '../acts/run-act.ts';
import * as contract from '../contract/import.ts';
import type { Problem } from '../core/kernel/problem.ts';
import { ok, type Result } from '../core/kernel/result.ts';
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
  serve(app, house, contract.refusedFile, async ({ actor, params, query, reply }) =>
    download(reply, await refusedFile(house, actor, params.id, query.lang ?? 'zh-CN')),
  );
  serve(app, house, contract.templateFile, async ({ params, query, reply }) =>
    download(reply, await templateFile(house, params.code, query.lang ?? 'zh-CN')),
  );
  serveAct(app, house, contract.cancelImport, cancelImport(jobKinds), ({ params }) => ({ id: params.id }));
}

/** Sends a file to be saved, never to be shown in the page. */
async function download(reply: FastifyReply, file: Result<FileOut, Problem>): Promise<Result<object, Problem>> {
  if (!file.ok) return file;
  // The form of RFC 8187, which leaves fewer characters as they are than addresses do.
  const name = encodeURIComponent(file.value.fileName).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  await reply
    .header('content-type', file.value.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(file.value.bytes));
  return ok({});
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
