import { expect } from 'vitest';
import * as kind from '../../src/contract/kind.ts';
import { reachOf } from '../../src/core/access/reach.ts';
import { SHIPPED } from './kinds.ts';
import type { Look } from './reads.ts';

const can = (look: Look) => ({ manage: reachOf(look.actor, 'kind.manage').length > 0 });

/** Kinds are reference data: whoever is signed in reads them all. */
export const KIND_READS: Record<string, (look: Look) => Promise<void>> = {
  'kind.list': async (look) => {
    const { value } = await look.caller.call(kind.kinds);
    expect(value.items.length).toBeGreaterThanOrEqual(SHIPPED.length);
    expect(value.can).toEqual(can(look));
  },
  'kind.read': async (look) => {
    const { value } = await look.caller.call(kind.readKind, { params: { code: 'direct_input' } });
    expect(value.can).toEqual(can(look));
  },
  'kind.export': async (look) => {
    const { status } = await look.caller.call(kind.exportKinds, { query: { codes: 'direct_input' } });
    expect(status).toBe(200);
  },
};
