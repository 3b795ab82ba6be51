import type { Pool } from 'pg';
import type { House } from '../../src/acts/house.ts';

/** A pool whose clients answer `at` before every statement. */
function watched(house: House, at: (text: string) => Promise<void> | void): House {
  const wrap = <T extends object>(inner: T): T =>
    new Proxy(inner, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (name === 'connect') return async () => wrap((await (value as () => Promise<object>).call(target)) as never);
        if (name === 'query')
          return (first: unknown, ...rest: unknown[]) => {
            const run = () => (value as (...all: unknown[]) => unknown).call(target, first, ...rest);
            const text = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
            // COPY hands a stream in and wants it back at once.
            if (typeof (first as { submit?: unknown }).submit === 'function') return run();
            const before = at(text);
            return before === undefined ? run() : before.then(run);
          };
        return typeof value === 'function' ? (value as (...all: unknown[]) => unknown).bind(target) : value;
      },
    });
  return { ...house, app: wrap(house.app as unknown as object) as unknown as Pool };
}

/** Every statement after the nth fails, as if the process were gone: not even a rollback is sent, the connection is dropped. */
export function dying(house: House, n: number): House {
  let left = n;
  return watched(house, (text) => {
    left -= 1;
    if (left < 0 && !/^rollback/i.test(text)) return Promise.reject(new Error('gone'));
    return undefined;
  });
}

/** Does something once after a statement like this was sent so many times. */
export function afterQueries(house: House, like: RegExp, times: number, then: () => Promise<void>): House {
  let seen = 0;
  let kept = false;
  let did = false;
  return watched(house, async (text) => {
    // Signs of life wait for the job's row, so the first commit after the statement is its own.
    if (seen >= times && /^commit/i.test(text)) kept = true;
    if (!did && kept && /^begin/i.test(text)) {
      did = true;
      await then();
    }
    if (like.test(text)) seen += 1;
  });
}
