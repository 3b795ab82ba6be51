import { problem, type Problem } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Measures } from './entry.ts';
import { sameMeasures } from './life.ts';

/** The two that have to agree. */
export type Side = 'reporter' | 'county';

/** A difference that is open: what each side stands for. */
export interface OpenDifference {
  reported: Measures;
  confirmed: Measures;
  raisedBy: string;
  /** The end that a side has proposed. */
  proposal: { by: Side; measures: Measures; person: string } | null;
}

/** What somebody says of the end of a difference. */
export interface SettleAsk {
  outcome: 'county' | 'reporter' | 'other';
  /** For `other`. */
  measures: Measures | null;
  side: Side;
  actorId: string;
}

/** agreed: the difference ends, these measures hold, and this person confirmed them for the county; else a proposal stands. */
export type Settled =
  | { agreed: true; measures: Measures; outcome: 'county' | 'reporter' | 'other'; confirmedBy: string }
  | { agreed: false; measures: Measures };

/**
 * Ends a difference or proposes an end. A side stands for its own measures and for what it proposed; who says what the
 * other side stands for ends it. Else it is a proposal for the other side.
 */
export function settle(difference: OpenDifference, ask: SettleAsk): Result<Settled, Problem> {
  const measures =
    ask.outcome === 'county' ? difference.confirmed : ask.outcome === 'reporter' ? difference.reported : ask.measures;
  if (measures === null) return refused(problem('input.required', 'measures'));
  const own = ask.side === 'county' ? difference.confirmed : difference.reported;
  const theirs = ask.side === 'county' ? difference.reported : difference.confirmed;
  const { proposal } = difference;
  const agreed =
    sameMeasures(measures, theirs) ||
    (proposal !== null && proposal.by !== ask.side && sameMeasures(measures, proposal.measures));
  if (agreed) {
    const outcome = sameMeasures(measures, difference.confirmed)
      ? 'county'
      : sameMeasures(measures, difference.reported)
        ? 'reporter'
        : 'other';
    return ok({ agreed, measures, outcome, confirmedBy: confirmer(difference, ask) });
  }
  // The county's own figure is what the difference says already.
  if (ask.side === 'county' && sameMeasures(measures, own)) return refused(problem('ledger.settle_other_side'));
  return ok({ agreed, measures });
}

/** Who confirmed for the county: who agrees now, or who stood for it before. */
const confirmer = (difference: OpenDifference, ask: SettleAsk): string =>
  ask.side === 'county'
    ? ask.actorId
    : difference.proposal?.by === 'county'
      ? difference.proposal.person
      : difference.raisedBy;
