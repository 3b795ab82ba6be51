import { Link } from 'react-router';
import type { readFigure } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';

type Fact = AnswerOf<typeof readFigure>['facts'][number];

/** The sentence of a document, leading to it where the document is within reach. */
export function SourceQuote({ fact }: { fact: Fact }) {
  const { documentId, itemId, quote } = fact.voucher;
  if (documentId === null) return <>{quote}</>;
  return <Link to={`/documents/${documentId}${itemId === null ? '' : `?item=${itemId}`}`}>{quote}</Link>;
}
