import { applyJob } from '../exchange/apply-import.ts';
import { checkJob } from '../exchange/check-import.ts';
import type { JobKinds } from './job-kind.ts';

/** The kinds of long work that there are. */
export const jobKinds: JobKinds = { 'import.check': checkJob, 'import.apply': applyJob };
