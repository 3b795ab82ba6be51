import type { FastifyInstance } from 'fastify';
import type { House } from '../acts/house.ts';
import { jobKinds } from '../acts/job/job-kinds.ts';
import { cancelJob, readJob, readJobs } from '../acts/job/jobs.ts';
import * as job from '../contract/job.ts';
import { serve, serveAct } from './serve.ts';

/** Long work beside the requests. */
export function serveJobs(app: FastifyInstance, house: House): void {
  serve(app, house, job.jobs, ({ actor, query }) => readJobs(house, actor, query));
  serve(app, house, job.readJob, ({ actor, params }) => readJob(house, actor, params.id));
  serveAct(app, house, job.cancelJob, cancelJob(jobKinds), ({ params }) => ({ id: params.id }));
}
