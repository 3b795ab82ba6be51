import { applyJob } from '../exchange/apply-import.ts';
import { checkJob } from '../exchange/check-import.ts';
import { bulkJob } from '../ledger/bulk-job.ts';
import { suspectJob } from '../ledger/suspect-job.ts';
import type { JobKinds } from './job-kind.ts';

/** The kinds of long work that there are. */
export const jobKinds: JobKinds = {
  'import.check': checkJob,
  'import.apply': applyJob,
  'entry.bulk': bulkJob,
  'suspect.find': suspectJob,
};
