import type { FastifyInstance } from 'fastify';
import type { House } from '../acts/house.ts';
import { addKind, addKindVersion, importKinds } from '../acts/ledger/kinds.ts';
import { readKind, readKinds, readKindsFile } from '../acts/ledger/read-kinds.ts';
import * as kind from '../contract/kind.ts';
import { ok } from '../core/kernel/result.ts';
import { serve, serveAct } from './serve.ts';

/** Kinds of ledger entry. */
export function serveKinds(app: FastifyInstance, house: House): void {
  serve(app, house, kind.kinds, async ({ actor, query }) => ok(await readKinds(house, actor, query)));
  serve(app, house, kind.readKind, ({ actor, params }) => readKind(house, actor, params.code));
  serve(app, house, kind.exportKinds, async ({ query, reply }) => {
    const codes = query.codes?.split(',').filter((code) => code !== '') ?? null;
    void reply.header('content-disposition', 'attachment; filename="bangfu-kinds.json"');
    return ok(await readKindsFile(house, codes));
  });
  serveAct(app, house, kind.addKind, addKind, ({ body: { actId: _, ...input } }) => input);
  serveAct(app, house, kind.addKindVersion, addKindVersion, ({ params, body: { actId: _, ...input } }) => ({
    ...input,
    code: params.code,
  }));
  serveAct(
    app,
    house,
    kind.importKinds,
    importKinds,
    ({ body: { actId: _, format: _format, formatVersion: _version, ...input } }) => input,
  );
}
