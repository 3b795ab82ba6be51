import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';

/** A box that filters the list below it while one types. */
export function SearchInput({
  value,
  onChange,
  label,
}: {
  value: string;
  onChange: (text: string) => void;
  label: string;
}) {
  return (
    <Input
      className="bf-grow"
      prefix={<SearchOutlined className="bf-quiet" />}
      allowClear
      value={value}
      onChange={(event) => onChange(event.target.value)}
      placeholder={label}
      aria-label={label}
    />
  );
}
