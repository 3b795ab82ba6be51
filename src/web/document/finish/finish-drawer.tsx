import { Alert, Button, Drawer } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { acceptDocument } from '../../../contract/document.ts';
import { fill } from '../../../words/words.ts';
import { call } from '../../client/call.ts';
import { newId } from '../../client/new-id.ts';
import { useAct } from '../../client/use-act.ts';
import { useWords } from '../../client/use-words.ts';
import { Empty } from '../../parts/empty.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import type { DocumentData } from '../review/use-review.ts';
import { acceptedOf, bodyOf, firstChoices, type AcceptBody, type Choices } from './choices.ts';
import { MeetingChoice, PlanChoice } from './choice-fields.tsx';
import { Makes } from './makes.tsx';

interface FinishDrawerProps {
  document: DocumentData;
  open: boolean;
  /** True while changes of the review are still on their way. */
  waiting: boolean;
  onClose: () => void;
}

/** Accepts the document: shows first, by a dry run, what will be made of it. */
export function FinishDrawer({ document, open, waiting, onClose }: FinishDrawerProps) {
  const { finish } = useWords().document;
  return (
    <Drawer
      title={finish.title}
      open={open && document.can.accept}
      onClose={onClose}
      size={520}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Finish document={document} waiting={waiting} onClose={onClose} />
    </Drawer>
  );
}

function Finish({ document, waiting, onClose }: Omit<FinishDrawerProps, 'open'>) {
  const { document: said, common } = useWords();
  const [choices, setChoices] = useState<Choices>(() => firstChoices(document, said.finish.planTitleDefault));
  const change = (part: Partial<Choices>) => setChoices((old) => ({ ...old, ...part }));
  const act = useAct(acceptDocument);
  const client = useQueryClient();
  // Somebody else may have been faster: then the page shows how the document stands now.
  const again = () => void client.invalidateQueries({ queryKey: ['document.read'] });
  const accepted = document.list.filter((item) => item.state === 'accepted').length;
  const body = bodyOf(choices);
  const trial = useTrial(document, accepted > 0 && !waiting && !act.isPending && !act.isSuccess ? body : null);
  const rejected = document.list.filter((item) => item.state === 'rejected').length;
  if (accepted === 0) return <Empty small text={said.finish.nothing} />;
  return (
    <div className="rv-finish">
      <p className="bf-quiet">{said.finish.lead}</p>
      {document.pending > 0 ? (
        <Alert type="warning" showIcon title={fill(said.finish.pending, { count: document.pending })} />
      ) : null}
      {rejected > 0 ? <p className="bf-quiet bf-small">{fill(said.finish.rejected, { count: rejected })}</p> : null}
      <MeetingChoice document={document} choices={choices} onChange={change} />
      <PlanChoice document={document} choices={choices} onChange={change} />
      <Makes
        document={document}
        counts={trial.error === null ? (trial.data?.counts ?? null) : null}
        choices={choices}
        checking={trial.isFetching}
      />
      <ProblemAlert error={act.error ?? trial.error} />
      <div className="bf-form-foot">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          type="primary"
          loading={act.isPending}
          disabled={body === null || trial.data === undefined || trial.error !== null}
          onClick={() => {
            if (body !== null)
              act.mutate({ params: { id: document.id }, body }, { onSuccess: onClose, onError: again });
          }}
        >
          {said.finish.submit}
        </Button>
      </div>
    </div>
  );
}

/** What the act would answer now. */
function useTrial(document: DocumentData, body: AcceptBody | null) {
  const { id, list } = document;
  const states = list.filter((item) => item.state === 'accepted').map((item) => item.id);
  return useQuery({
    queryKey: ['document.accept.trial', id, body, states, acceptedOf(document, 'meeting')[0]?.value ?? null],
    queryFn: ({ signal }) =>
      call(acceptDocument, {
        params: { id },
        query: { dryRun: 'true' },
        body: { actId: newId(), ...(body as AcceptBody) },
        signal,
      }),
    enabled: body !== null,
    staleTime: 0,
    gcTime: 0,
  });
}
