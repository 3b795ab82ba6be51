import { CameraOutlined, CloseCircleFilled, PlusOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import type { Evidence } from '../../../contract/evidence.ts';
import type { EvidenceDemand } from '../../../core/ledger/kind.ts';
import { fill } from '../../../words/words.ts';
import { Refused } from '../../client/call.ts';
import { sizeText } from '../../client/format.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { errorText } from '../../client/problem-text.ts';
import { useNarrow } from '../../client/use-narrow.ts';
import { useWords } from '../../client/use-words.ts';
import { DemandHead, useDemandName } from './demand-head.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { chooserOf, type ShownEvidence } from './held-evidence.ts';
import type { EvidenceUploading, EvidenceUploads } from './use-evidence-uploads.ts';

interface DemandPartProps {
  demand: EvidenceDemand;
  files: readonly ShownEvidence[];
  /** Null: nothing may be brought. */
  uploads: EvidenceUploads | null;
  onOpen: (evidence: Evidence) => void;
  onRemove: ((evidence: Evidence) => void) | null;
}

/** One demand: what is there, what is on its way, and where more comes in. */
export function DemandPart({ demand, files, uploads, onOpen, onRemove }: DemandPartProps) {
  const said = useWords().evidence;
  const nameOf = useDemandName();
  const { over, ...drop } = useDrop((chosen) => uploads?.add(chosen, demand), uploads !== null);
  const own = (uploads?.list ?? []).filter((one) => one.demand.code === demand.code);
  const moving = own.filter((one) => ['waiting', 'sending', 'checking'].includes(one.state));
  const ended = own.filter((one) => !moving.includes(one));
  return (
    <section className={`ev-demand${over ? ' is-over' : ''}`} {...drop}>
      <DemandHead demand={demand} have={files.length} hint />
      <ul className="ev-cards">
        {files.map((file) => (
          <EvidenceCard
            key={file.evidence.id}
            file={file}
            onOpen={() => onOpen(file.evidence)}
            onRemove={onRemove === null ? null : () => onRemove(file.evidence)}
          />
        ))}
        {moving.map((one) => (
          <Moving key={one.id} one={one} onStop={() => uploads?.stop(one.id)} />
        ))}
        {uploads === null ? null : <AddTiles demand={demand} onFiles={(chosen) => uploads.add(chosen, demand)} />}
      </ul>
      {uploads === null || ended.length === 0 ? null : (
        <ul className="ev-refused">
          {ended.map((one) => (
            <Ended key={one.id} one={one} uploads={uploads} />
          ))}
        </ul>
      )}
      {over ? <div className="ev-over">{fill(said.dropHere, { demand: nameOf(demand) })}</div> : null}
    </section>
  );
}

/** The tiles that bring more: files, and on a phone its camera. */
function AddTiles({ demand, onFiles }: { demand: EvidenceDemand; onFiles: (files: File[]) => void }) {
  const said = useWords().evidence;
  const nameOf = useDemandName();
  const narrow = useNarrow();
  const choose = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const input = {
    type: 'file',
    multiple: true,
    hidden: true,
    onChange: (event: { target: HTMLInputElement }) => {
      onFiles([...(event.target.files ?? [])]);
      event.target.value = '';
    },
  };
  const named = { demand: nameOf(demand) };
  const withCamera = narrow && demand.accepts.includes('photo');
  return (
    <>
      {withCamera ? (
        <li className="ev-card is-add is-first">
          <button type="button" onClick={() => camera.current?.click()} aria-label={fill(said.cameraTo, named)}>
            <CameraOutlined />
            {said.camera}
          </button>
          <input
            {...input}
            ref={camera}
            accept="image/*"
            capture="environment"
            aria-label={fill(said.cameraTo, named)}
          />
        </li>
      ) : null}
      <li className={`ev-card is-add${withCamera ? '' : ' is-alone'}`}>
        <button type="button" onClick={() => choose.current?.click()} aria-label={fill(said.addTo, named)}>
          <PlusOutlined />
          {said.add}
        </button>
        <input {...input} ref={choose} accept={chooserOf(demand)} aria-label={fill(said.addTo, named)} />
      </li>
    </>
  );
}

function Moving({ one, onStop }: { one: EvidenceUploading; onStop: () => void }) {
  const said = useWords().evidence;
  const percent = Math.round(one.share * 100);
  const text =
    one.state === 'waiting' ? said.waiting : one.state === 'checking' ? said.checking : fill(said.sending, { percent });
  return (
    <li className="ev-card is-moving">
      <span className="ev-thumb is-sign" role="status">
        <Progress type="circle" size={44} percent={percent} showInfo={false} aria-label={one.name} />
        <span className="bf-small">{text}</span>
      </span>
      <span className="ev-name" title={one.name}>
        {one.name}
      </span>
      <span className="ev-note">
        {sizeText(one.size)}
        <Button type="link" size="small" onClick={onStop}>
          {said.stop}
        </Button>
      </span>
    </li>
  );
}

/** A file that did not come: why, and what can be done. What is wrong with the file itself does not change by sending it again. */
function Ended({ one, uploads }: { one: EvidenceUploading; uploads: EvidenceUploads }) {
  const said = useWords().evidence;
  const { language } = usePreferences().preferences;
  const { error, state, id } = one;
  const final =
    error instanceof Refused &&
    error.problems.every(({ code }) => code.startsWith('file.') || code.startsWith('evidence.'));
  const text = state === 'stopped' ? `${one.name} ${said.stopped}` : errorText(error, language).join(' ');
  return (
    <li role="alert">
      <CloseCircleFilled />
      <span>{text}</span>
      {final ? null : (
        <Button size="small" onClick={() => uploads.retry(id)}>
          {said.retry}
        </Button>
      )}
      <Button size="small" type="text" onClick={() => uploads.dismiss(id)}>
        {said.dismiss}
      </Button>
    </li>
  );
}

/** Files that are dropped onto a part; `over` while some are held above it. */
function useDrop(onFiles: (files: File[]) => void, enabled: boolean) {
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  return {
    over,
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    },
  };
}
