import { expect } from 'vitest';
import { SHIPPED } from './kinds.ts';
import { ask, holds, type Check } from './look.ts';

/** Kinds are reference data: whoever is signed in reads them all; `can` says who may change them. */
export const KIND_READS: Record<string, Check> = {
  'kind.list': async (look) => {
    const { value } = await ask(look, 'kind.list');
    expect((value['items'] as object[]).length).toBeGreaterThanOrEqual(SHIPPED.length);
    expect(value['can']).toEqual({ manage: holds(look, 'kind.manage') });
  },
  'kind.read': async (look) => {
    const { value } = await ask(look, 'kind.read', { params: { code: 'direct_input' } });
    expect(value['can']).toEqual({ manage: holds(look, 'kind.manage') });
  },
  'kind.export': async (look) => {
    const { status } = await ask(look, 'kind.export', { query: { codes: 'direct_input' } });
    expect(status).toBe(200);
  },
};
