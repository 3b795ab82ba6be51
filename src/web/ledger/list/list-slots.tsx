import { ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../client/use-words.ts';

/** Takes entries in from a workbook. */
export function ImportButton() {
  const { imports } = useWords();
  return (
    <Link to="/ledger/import">
      <Button icon={<ImportOutlined />}>{imports.title}</Button>
    </Link>
  );
}
