import { documentMay, type DocumentAct, type DocumentState } from '../../core/document/document-state.ts';
import { problem, type ProblemCode } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { lockDocument, setDocumentState } from '../../storage/document/document.ts';
import { withdrawAll } from '../../storage/fact/fact.ts';
import { allow, type Act } from '../run-act.ts';

/** A step from one state of a document to another, with the reason for it. */
interface Step {
  name: string;
  act: DocumentAct;
  to: DocumentState;
  otherwise: ProblemCode;
}

const step = ({ name, act, to, otherwise }: Step): Act<{ id: string; reason: string | null }, { id: string }> => ({
  name,
  async perform(context, input) {
    const { tx, actor, now } = context;
    const document = await lockDocument(tx, input.id);
    if (document === null) return refused(problem('access.missing'));
    const no = allow(context, 'document.write', { unitIds: [document.unitId], placeIds: [] }, 'document.read');
    if (no !== null) return refused(no);
    if (!documentMay(document.state, act)) return refused(problem(otherwise));
    if (act === 'withdraw') await withdrawAll(tx, input.id, now);
    await setDocumentState(tx, input.id, to, actor.personId, now);
    const subject = { kind: 'document', id: input.id };
    return ok({ answer: { id: input.id }, subject, before: document, after: { state: to }, note: input.reason });
  },
});

/** Takes an acceptance back: what it made is marked withdrawn, the review is open again. */
export const withdrawDocument = step({
  name: 'document.withdraw',
  act: 'withdraw',
  to: 'review',
  otherwise: 'document.not_accepted',
});

/** Sets a document aside that was brought in by mistake or is of no use; its reading stays. */
export const discardDocument = step({
  name: 'document.discard',
  act: 'discard',
  to: 'withdrawn',
  otherwise: 'document.not_in_review',
});

/** Takes up the review of a document that was set aside. */
export const reopenDocument = step({
  name: 'document.reopen',
  act: 'reopen',
  to: 'review',
  otherwise: 'document.not_withdrawn',
});
