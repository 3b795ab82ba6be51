import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Collapse } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { usePreferences } from '../client/preferences.tsx';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { Section, Sheet } from '../parts/section.tsx';
import { ApiOperation } from './api-operation.tsx';
import { coded } from './api-text.tsx';
import { operationsOf, type OpenApiFile, type Operation, type Said } from './api-shape.ts';
import './api-page.css';

const FILE = '/api/openapi.json';

/** The open API for people: how it is used, and every request with what it takes and gives. */
export function ApiPage() {
  const { api: say, common } = useWords();
  const [asked, setAsked] = useState('');
  const file = useQuery({
    queryKey: ['openapi'],
    staleTime: Infinity,
    queryFn: async () => (await (await fetch(FILE)).json()) as OpenApiFile,
  });
  const { language } = usePreferences().preferences;
  const said = language === 'en' ? null : (file.data?.components['x-zh-CN'] ?? null);
  const operations = useMemo(() => (file.data === undefined ? [] : operationsOf(file.data, said)), [file.data, said]);
  const word = asked.trim().toLowerCase();
  const found = operations.filter(({ search }) => search.includes(word));
  const groups = [...new Set(found.map(({ group }) => group))];
  const actions = (
    <>
      <Link to="/account#tokens">
        <Button>{say.token}</Button>
      </Link>
      <Button icon={<DownloadOutlined />} href={FILE} target="_blank">
        {say.file}
      </Button>
    </>
  );
  return (
    <>
      <PageHead title={say.title} lead={say.lead} actions={actions} />
      <Sheet>
        <div className="ap-sheet">
          <dl className="ap-guide">
            {say.guide.map(({ title, text }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{coded(text)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Sheet>
      <div className="bf-bar ap-find">
        <SearchInput value={asked} onChange={setAsked} label={say.find} />
        <span className="bf-count">{fill(common.total, { count: found.length })}</span>
      </div>
      {file.data !== undefined && found.length === 0 ? <Empty text={say.none} /> : null}
      {groups.map((group) => (
        <Section key={group} title={group} flush>
          <Operations list={found.filter((one) => one.group === group)} file={file.data} said={said} />
        </Section>
      ))}
    </>
  );
}

interface OperationsProps {
  list: readonly Operation[];
  file: OpenApiFile | undefined;
  said: Said | null;
}

function Operations({ list, file, said }: OperationsProps) {
  if (file === undefined) return null;
  return (
    <Collapse
      ghost
      items={list.map((one) => ({
        key: one.id,
        label: (
          <span className="ap-line">
            <b className={`ap-method is-${one.method}`}>{one.method.toUpperCase()}</b>
            <code>{one.path}</code>
            <span className="bf-quiet">{coded(one.summary)}</span>
          </span>
        ),
        children: <ApiOperation one={one} file={file} said={said} />,
      }))}
    />
  );
}
