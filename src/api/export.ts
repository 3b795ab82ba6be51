import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { exportEntries, openExport } from '../acts/exchange/export-entries.ts';
import type { TableFile } from '../acts/exchange/table-file.ts';
import type { House } from '../acts/house.ts';
import * as contract from '../contract/export.ts';
import { ok } from '../core/kernel/result.ts';
import { attachmentName } from './attachment-name.ts';
import { serve, serveAct } from './serve.ts';

/** What a list shows, taken out as a table. */
export function serveExports(app: FastifyInstance, house: House): void {
  serveAct(app, house, contract.exportEntries, exportEntries, ({ body: { actId: _, ...ask } }) => ask);
  serve(app, house, contract.exportFile, async ({ actor, params, reply }) => {
    const file = await openExport(house, actor, params.id);
    if (!file.ok) return file;
    await sendTable(reply, file.value);
    return ok({});
  });
}

/** Sends a table as a download, no faster than it is taken; where it breaks off, so does the download. */
export async function sendTable(reply: FastifyReply, { fileName, mediaType, bytes, end }: TableFile): Promise<void> {
  const stream = Readable.from(bytes, { objectMode: false, highWaterMark: 256 * 1024 });
  stream.once('close', end);
  await reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${attachmentName(fileName)}`)
    .header('x-content-type-options', 'nosniff')
    .send(stream);
}
