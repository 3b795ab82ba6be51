import {
  CloseOutlined,
  FileExcelOutlined,
  FileImageOutlined,
  FilePdfOutlined,
  FilePptOutlined,
  FileTextOutlined,
  FileWordOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useState, type ReactNode } from 'react';
import { evidenceFile, type Evidence } from '../../../contract/evidence.ts';
import { fill } from '../../../words/words.ts';
import { addressOf } from '../../client/call.ts';
import { sizeText } from '../../client/format.ts';
import { useWords } from '../../client/use-words.ts';
import type { ShownEvidence } from './held-evidence.ts';

interface EvidenceCardProps {
  file: ShownEvidence;
  onOpen: () => void;
  /** Null: it may not be taken off. */
  onRemove: (() => void) | null;
}

/** One file as a tile: a picture of it or a sign of its kind, its name, and a warning where the same is used elsewhere too. */
export function EvidenceCard({ file: { evidence, others, broughtAs }, onOpen, onRemove }: EvidenceCardProps) {
  const said = useWords().evidence;
  const note = evidence.takenAt?.slice(0, 16) ?? sizeText(evidence.size);
  return (
    <li className="ev-card">
      <button
        type="button"
        className="ev-look"
        onClick={onOpen}
        aria-label={fill(said.look, { file: evidence.fileName })}
      >
        <Thumb evidence={evidence} />
        <span className="ev-name" title={evidence.fileName}>
          {evidence.fileName}
        </span>
        <span className="ev-note">{note}</span>
        {broughtAs === undefined ? null : (
          <span className="ev-note is-whole">{fill(said.broughtAs, { file: broughtAs })}</span>
        )}
        {others > 0 ? (
          <span className="ev-warn" title={fill(said.alsoNote, { count: others })}>
            <WarningFilled /> {fill(said.also, { count: others })}
          </span>
        ) : null}
      </button>
      {onRemove === null ? null : (
        <Popconfirm
          title={fill(said.removeAsk, { file: evidence.fileName })}
          description={said.removeText}
          okText={said.remove}
          onConfirm={onRemove}
        >
          <Button
            className="ev-remove"
            size="small"
            shape="circle"
            icon={<CloseOutlined />}
            aria-label={`${said.remove} ${evidence.fileName}`}
          />
        </Popconfirm>
      )}
    </li>
  );
}

/** A small picture of a file: the photo itself, scaled by the browser, else a sign. */
function Thumb({ evidence }: { evidence: Evidence }) {
  const [broken, setBroken] = useState(false);
  if (evidence.shown !== 'image' || broken) return <span className="ev-thumb is-sign">{signOf(evidence)}</span>;
  const { countyId, id } = evidence;
  return (
    <span className="ev-thumb">
      <img
        src={addressOf(evidenceFile, { countyId, id })}
        alt=""
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
      />
    </span>
  );
}

/** The sign of a kind of file. */
export function signOf({ kind, mediaType }: Pick<Evidence, 'kind' | 'mediaType'>): ReactNode {
  if (kind === 'photo') return <FileImageOutlined />;
  if (kind === 'pdf') return <FilePdfOutlined className="ev-pdf" />;
  if (kind === 'invoice') return <FileTextOutlined />;
  if (mediaType.endsWith('sheet')) return <FileExcelOutlined className="ev-sheet" />;
  return mediaType.endsWith('presentation') ? <FilePptOutlined className="ev-pdf" /> : <FileWordOutlined />;
}
