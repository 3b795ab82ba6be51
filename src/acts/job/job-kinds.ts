import type { JobKinds } from './job-kind.ts';

/** The kinds of long work that there are. */
export const jobKinds: JobKinds = {};
