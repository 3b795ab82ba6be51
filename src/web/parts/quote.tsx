import { Link } from 'react-router';
import { useMay } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';

/** Where a document shows a sentence lit: `/documents/:id?item=…`. */
export function sentenceAddress(documentId: string, itemId: string | null): string {
  return itemId === null ? `/documents/${documentId}` : `/documents/${documentId}?item=${itemId}`;
}

/** The words of the original, leading to the document at that sentence. */
export function Quote({
  quote,
  documentId,
  itemId,
}: {
  quote: string;
  documentId: string | null;
  itemId: string | null;
}) {
  const { common } = useWords();
  const may = useMay();
  return (
    <blockquote className="bf-quote">
      {quote}{' '}
      {documentId !== null && may('document.read') ? (
        <Link to={sentenceAddress(documentId, itemId)}>{common.openSource}</Link>
      ) : null}
    </blockquote>
  );
}

/** Where a line comes from; with a document, the way to its sentence. */
export function SourceTag({
  source,
  documentId,
  itemId,
}: {
  source: string;
  documentId: string | null;
  itemId: string | null;
}) {
  const { common } = useWords();
  const may = useMay();
  return (
    <span className="bf-source">
      {common.source}
      {common.colon}
      {documentId !== null && may('document.read') ? (
        <Link to={sentenceAddress(documentId, itemId)}>{source}</Link>
      ) : (
        source
      )}
    </span>
  );
}
