import { DownloadOutlined, ExportOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Modal, Typography } from 'antd';
import { useState } from 'react';
import { evidenceFile, readEvidence, type Evidence } from '../../../contract/evidence.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { fill } from '../../../words/words.ts';
import { addressOf } from '../../client/call.ts';
import { momentText, sizeText } from '../../client/format.ts';
import { useNarrow } from '../../client/use-narrow.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { Failed } from '../../parts/load.tsx';
import { signOf } from './evidence-card.tsx';
import { UseList } from './use-list.tsx';

/** A look at one file: the file itself, what it is, what it proves, and where the same is used too. Null: closed. */
export function EvidenceDialog({ file, onClose }: { file: Evidence | null; onClose: () => void }) {
  const said = useWords().evidence;
  const narrow = useNarrow();
  return (
    <Modal
      open={file !== null}
      onCancel={onClose}
      title={<span className="ev-dialog-title">{file?.fileName}</span>}
      footer={file === null ? null : <Foot file={file} close={onClose} />}
      width={narrow ? '100vw' : 1040}
      {...(narrow ? { style: { top: 0, maxWidth: '100vw', margin: 0, paddingBottom: 0 } } : { centered: true })}
      destroyOnHidden
      closable={{ 'aria-label': said.close }}
    >
      {file === null ? null : (
        <div className="ev-dialog">
          <Preview file={file} />
          <About file={file} onLeave={onClose} />
        </div>
      )}
    </Modal>
  );
}

function Foot({ file, close }: { file: Evidence; close: () => void }) {
  const said = useWords().evidence;
  const { countyId, id } = file;
  return (
    <>
      {file.shown === null ? null : (
        <Button
          icon={<ExportOutlined />}
          href={addressOf(evidenceFile, { countyId, id })}
          target="_blank"
          rel="noreferrer"
        >
          {said.open}
        </Button>
      )}
      <Button icon={<DownloadOutlined />} href={addressOf(evidenceFile, { countyId, id }, { download: true })}>
        {said.download}
      </Button>
      <Button type="primary" onClick={close}>
        {said.close}
      </Button>
    </>
  );
}

function Preview({ file }: { file: Evidence }) {
  const said = useWords().evidence;
  const narrow = useNarrow();
  const [broken, setBroken] = useState(false);
  const { countyId, id, shown } = file;
  const address = addressOf(evidenceFile, { countyId, id });
  if (shown === 'image' && !broken)
    return (
      <div className="ev-preview">
        <img src={address} alt={file.fileName} onError={() => setBroken(true)} />
      </div>
    );
  // Phones show no PDF inside a page: there it opens by itself.
  if (shown === 'pdf' && !narrow)
    return <iframe className="ev-preview is-page" src={`${address}#navpanes=0&view=FitH`} title={file.fileName} />;
  const why = broken ? said.brokenPreview : file.mediaType === 'image/heic' ? said.noPreviewHeic : said.noPreview;
  return (
    <div className="ev-preview is-sign">
      {signOf(file)}
      {shown === 'pdf' ? (
        <Button type="link" href={address} target="_blank" rel="noreferrer">
          {said.open}
        </Button>
      ) : (
        <p>{why}</p>
      )}
    </div>
  );
}

function About({ file, onLeave }: { file: Evidence; onLeave: () => void }) {
  const said = useWords().evidence;
  const { countyId, id } = file;
  const read = useRead(readEvidence, { params: { countyId, id } });
  return (
    <div className="ev-about">
      {read.data === undefined ? null : <Elsewhere page={read.data} onLeave={onLeave} />}
      <dl className="bf-pairs">
        <dt>{said.kind}</dt>
        <dd>{said.kinds[file.kind]}</dd>
        <dt>{said.size}</dt>
        <dd>{sizeText(file.size)}</dd>
        {file.takenAt === null ? null : (
          <>
            <dt>{said.takenAt}</dt>
            <dd>
              {file.takenAt} <span className="bf-quiet bf-small">{said.takenNote}</span>
            </dd>
          </>
        )}
        <dt>{said.brought}</dt>
        <dd>{fill(said.broughtBy, { who: file.broughtBy, moment: momentText(file.broughtAt) })}</dd>
        <dt>{said.unit}</dt>
        <dd>{file.unitName}</dd>
        <dt>{said.digest}</dt>
        <dd>
          <Digest value={file.digest} />
        </dd>
      </dl>
      <h3>{said.proves}</h3>
      {read.error !== null ? <Failed error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data === undefined ? null : read.data.proves.length === 0 ? (
        <p className="bf-quiet">{said.provesNone}</p>
      ) : (
        <UseList uses={read.data.proves} onLeave={onLeave} />
      )}
    </div>
  );
}

function Elsewhere({ page, onLeave }: { page: AnswerOf<typeof readEvidence>; onLeave: () => void }) {
  const said = useWords().evidence;
  const { elsewhere, hidden } = page;
  if (elsewhere.length === 0 && hidden === 0) return null;
  const part = (same: 'file' | 'photo', title: string) => {
    const uses = elsewhere.filter((use) => use.same === same);
    return uses.length === 0 ? null : (
      <>
        <div>{title}</div>
        <UseList uses={uses} onLeave={onLeave} />
      </>
    );
  };
  return (
    <div className="ev-notice" role="note">
      <b>
        <WarningFilled /> {said.elsewhere}
      </b>
      {part('file', said.sameFile)}
      {part('photo', said.samePhoto)}
      {hidden === 0 ? null : <div>{fill(said.hidden, { count: hidden })}</div>}
    </div>
  );
}

/** The digest, short; whole when asked. */
function Digest({ value }: { value: string }) {
  const said = useWords().evidence;
  const [whole, setWhole] = useState(false);
  if (whole)
    return (
      <Typography.Text
        code
        copyable={{ tooltips: [said.copy, said.copy] }}
        className="ev-digest"
        title={said.digestNote}
      >
        {value}
      </Typography.Text>
    );
  return (
    <Button type="link" size="small" className="ev-digest-short" title={said.digestShow} onClick={() => setWhole(true)}>
      <code>{value.slice(0, 12)}…</code>
    </Button>
  );
}
