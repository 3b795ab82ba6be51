import { createContext, useContext } from 'react';
import type { DocumentData, ReviewActs } from './use-review.ts';

/** The document under review and what can be done to it, for whatever stands below. */
export interface ReviewContextValue {
  document: DocumentData;
  acts: ReviewActs;
}

/** Gives the review to all below. */
export const ReviewContext = createContext<ReviewContextValue | null>(null);

/** The review around this part. */
export function useReviewHere(): ReviewContextValue {
  const here = useContext(ReviewContext);
  if (here === null) throw new Error('review.missing');
  return here;
}
