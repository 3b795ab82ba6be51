import type { FastifyInstance } from 'fastify';
import type { House } from '../acts/house.ts';
import { addIndicatorVersion, importIndicators } from '../acts/indicator/indicators.ts';
import { proposeTargets } from '../acts/indicator/propose-targets.ts';
import { readBoard } from '../acts/indicator/read-board.ts';
import { readCited } from '../acts/indicator/read-cited.ts';
import { readFigureEntries } from '../acts/indicator/read-entries.ts';
import { readFigure } from '../acts/indicator/read-figure.ts';
import { readIndicator, readIndicators, readIndicatorsFile } from '../acts/indicator/read-indicators.ts';
import { readTargets, setTarget, withdrawTarget } from '../acts/indicator/targets.ts';
import * as figure from '../contract/figure.ts';
import * as indicator from '../contract/indicator.ts';
import type { PeriodCode } from '../core/indicator/period.ts';
import { ok } from '../core/kernel/result.ts';
import { serve, serveAct } from './serve.ts';

/** Indicators, targets, boards and figures. */
export function serveFigures(app: FastifyInstance, house: House): void {
  serve(app, house, indicator.indicators, async ({ actor, query }) => ok(await readIndicators(house, actor, query)));
  serve(app, house, indicator.readIndicator, ({ actor, params }) => readIndicator(house, actor, params.code));
  serve(app, house, indicator.exportIndicators, async ({ reply }) => {
    void reply.header('content-disposition', 'attachment; filename="bangfu-indicators.json"');
    return ok(await readIndicatorsFile(house));
  });
  serveAct(app, house, indicator.addIndicatorVersion, addIndicatorVersion, ({ body: { actId: _, ...input } }) => input);
  serveAct(
    app,
    house,
    indicator.importIndicators,
    importIndicators,
    ({ body: { actId: _, format: _format, formatVersion: _version, ...input } }) => input,
  );
  serve(app, house, indicator.targets, async ({ actor, query }) => ok(await readTargets(house, actor, query)));
  serve(app, house, indicator.proposedTargets, async ({ actor, query }) =>
    ok(await proposeTargets(house, actor, query)),
  );
  serveAct(app, house, indicator.setTarget, setTarget, ({ body: { actId: _, ...input } }) => input);
  serveAct(app, house, indicator.withdrawTarget, withdrawTarget, ({ params, body }) => ({
    id: params.id,
    reason: body.reason,
  }));
  serve(app, house, figure.figureBoard, ({ actor, query }) =>
    readBoard(house, actor, { ...query, period: query.period as PeriodCode }),
  );
  serve(app, house, figure.readFigure, ({ actor, params, query }) =>
    readFigure(house, actor, params.code, { ...query, period: query.period as PeriodCode }),
  );
  serve(app, house, figure.figureEntries, ({ actor, params, query }) =>
    readFigureEntries(house, actor, params.code, { ...query, period: query.period as PeriodCode }),
  );
  serve(app, house, figure.citedFigure, ({ actor, params }) => readCited(house, actor, params.figureId));
}
