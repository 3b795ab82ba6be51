import type { AnswerOf } from '../../../contract/route.ts';
import type { readEntry } from '../../../contract/ledger.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import type { KindNow } from '../form/use-kinds.ts';

/** What the page of an entry is told. */
export type Entry = AnswerOf<typeof readEntry>;

/** What the kind says in the entry's own version. */
export function definitionOf(entry: Entry): KindDefinition {
  // The contract leaves the definition open so that old versions always pass; what was stored once was whole.
  return entry.definition as unknown as KindDefinition;
}

/** The address of an entry's page. */
export function entryAddress(countyId: string, id: string): string {
  return `/ledger/${countyId}/${id}`;
}

/** The kind of an entry as forms take it: in the entry's own version. */
export function kindOf(entry: Entry): KindNow {
  return {
    code: entry.kind,
    version: entry.kindVersion,
    definition: definitionOf(entry),
    validFrom: entry.occurredOn,
    validTo: null,
    placeIds: [],
    shipped: false,
    versions: entry.kindVersion,
    holds: true,
  };
}
