import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { beginImport } from '../src/acts/exchange/begin-import.ts';
import { checkImport } from '../src/acts/exchange/change-import.ts';
import { newId, type House } from '../src/acts/house.ts';
import { jobKinds } from '../src/acts/job/job-kinds.ts';
import { workOnce } from '../src/acts/job/run-jobs.ts';
import { runAct } from '../src/acts/run-act.ts';
import type { loadActor } from '../src/storage/access/actor.ts';

/** Who brings the rows in. */
export type Actor = NonNullable<Awaited<ReturnType<typeof loadActor>>>;

/** Seconds that the work takes. */
export const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
};

/** Throws what was refused. */
export const good = async (result: Promise<{ ok: boolean }>): Promise<void> => {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer));
};

/** Works on jobs until none is left. */
export async function workOff(house: House): Promise<void> {
  const failed = (error: unknown) => {
    throw error;
  };
  while (await workOnce(house, jobKinds, { server: newId(), failed }));
}

/** Keeps and checks a file; gives its id and the seconds of both. */
export async function checkFile(
  house: House,
  actor: Actor,
  one: { unitId: string; kind: string; file: string; size: number },
) {
  const { unitId, kind, file, size } = one;
  const id = newId();
  const parts = () => createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>;
  const begin = await secondsOf(async () => {
    const sum = createHash('sha256');
    for await (const part of parts()) sum.update(part);
    const digest = sum.digest();
    const sheet = { actId: newId(), id, unitId, kind, fileName: file, pasted: false, digest, size, parts };
    await good(beginImport(house, actor, sheet));
  });
  const check = await secondsOf(async () => {
    await good(runAct(house, checkImport, { actId: newId(), actor, input: { id } }));
    await workOff(house);
  });
  return { id, begin, check };
}
