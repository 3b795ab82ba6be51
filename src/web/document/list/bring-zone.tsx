import { FileAddOutlined, SnippetsOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { MAX_FILE_BYTES } from '../../../core/document/limits.ts';
import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { sizeText } from '../../client/format.ts';

const ACCEPT = '.docx,.pdf,.html,.htm,.md,.markdown,.txt';

interface BringZoneProps {
  onFiles: (files: File[]) => void;
  /** True: the first thing on an empty page. */
  large: boolean;
}

/** Where documents come in: dropped anywhere on the page, chosen, or pasted. */
export function BringZone({ onFiles, large }: BringZoneProps) {
  const { bring } = useWords().document;
  const [pasting, setPasting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const over = useDrop(onFiles);
  return (
    <div className={`dl-zone${large ? ' is-large' : ''}${over ? ' is-over' : ''}`}>
      <div className="dl-zone-text">
        <b>{over ? bring.dropNow : bring.drop}</b>
        <span>{fill(bring.kinds, { limit: sizeText(MAX_FILE_BYTES) })}</span>
      </div>
      <div className="dl-zone-acts">
        <Button type="primary" icon={<FileAddOutlined />} onClick={() => input.current?.click()}>
          {bring.choose}
        </Button>
        <Button icon={<SnippetsOutlined />} onClick={() => setPasting(true)}>
          {bring.paste}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        aria-label={bring.choose}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {over ? <div className="dl-over" aria-hidden /> : null}
      <PasteDialog open={pasting} onClose={() => setPasting(false)} />
    </div>
  );
}

/** Listens for files dropped anywhere on the page; tells whether some are held over it. */
function useDrop(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', enter);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', enter);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}
