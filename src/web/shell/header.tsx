import { MenuOutlined } from '@ant-design/icons';
import { Breadcrumb, Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../client/use-words.ts';
import { useTrailShown } from '../parts/trail.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PlaceSearch } from './place-search.tsx';

/** The head of the frame: where we are, the search for places, display, the person. */
export function Header({ onMenu }: { onMenu: (() => void) | null }) {
  const { shell } = useWords();
  const trail = useTrailShown();
  const items = trail.map((crumb, i) => ({
    key: `${i}`,
    title: crumb.to === undefined ? crumb.label : <Link to={crumb.to}>{crumb.label}</Link>,
  }));
  return (
    <div className="bf-header" role="banner">
      {onMenu === null ? null : (
        <Button type="text" icon={<MenuOutlined />} onClick={onMenu} aria-label={shell.openMenu} />
      )}
      <nav className="bf-crumbs" aria-label={shell.breadcrumbs}>
        <Breadcrumb items={items} />
      </nav>
      <PlaceSearch />
      <DisplayMenu />
      <PersonMenu />
    </div>
  );
}
