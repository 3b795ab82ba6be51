import {
  AccountBookOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  EnvironmentOutlined,
  FunctionOutlined,
  FileTextOutlined,
  HomeOutlined,
  IdcardOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  NumberOutlined,
  ProfileOutlined,
  TagsOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Menu, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { Ability } from '../../core/access/role.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useMay } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import type { Words } from '../../words/words.ts';

type MenuItem = NonNullable<MenuProps['items']>[number];
type NavName = keyof Words['shell']['nav'];
interface NavItem {
  name: NavName;
  to: string;
  icon: ReactNode;
  needs: Ability | null;
}

const GROUPS: { name: NavName | null; items: NavItem[] }[] = [
  { name: null, items: [{ name: 'home', to: '/', icon: <HomeOutlined />, needs: null }] },
  {
    name: 'work',
    items: [
      { name: 'documents', to: '/documents', icon: <FileTextOutlined />, needs: 'document.read' },
      { name: 'meetings', to: '/meetings', icon: <CalendarOutlined />, needs: 'meeting.read' },
      { name: 'plans', to: '/plans', icon: <ProfileOutlined />, needs: 'plan.read' },
      { name: 'ledger', to: '/ledger', icon: <AccountBookOutlined />, needs: 'ledger.read' },
      { name: 'facts', to: '/facts', icon: <NumberOutlined />, needs: 'fact.read' },
      { name: 'figures', to: '/figures', icon: <BarChartOutlined />, needs: 'ledger.read' },
      { name: 'counties', to: '/counties', icon: <EnvironmentOutlined />, needs: 'county.read' },
      { name: 'postings', to: '/postings', icon: <IdcardOutlined />, needs: 'pairing.read' },
    ],
  },
  {
    name: 'base',
    items: [
      { name: 'units', to: '/units', icon: <BankOutlined />, needs: 'unit.read' },
      { name: 'people', to: '/people', icon: <TeamOutlined />, needs: 'people.read' },
      { name: 'kinds', to: '/kinds', icon: <TagsOutlined />, needs: 'ledger.read' },
      { name: 'indicators', to: '/indicators', icon: <FunctionOutlined />, needs: 'ledger.read' },
      { name: 'places', to: '/places', icon: <ApartmentOutlined />, needs: null },
    ],
  },
  { name: 'oversight', items: [{ name: 'log', to: '/log', icon: <AuditOutlined />, needs: 'log.read' }] },
];

/** The menu of what the person's posts allow. */
export function Sider({ foldable = false }: { foldable?: boolean }) {
  const { shell } = useWords();
  const { preferences, change } = usePreferences();
  const { pathname } = useLocation();
  const folded = foldable && preferences.folded;
  const groups = useGroups(folded);
  const current = GROUPS.flatMap((group) => group.items).filter((item) =>
    item.to === '/' ? pathname === '/' : pathname.startsWith(item.to),
  );
  return (
    <aside className={folded ? 'bf-sider is-folded' : 'bf-sider'}>
      <Link to="/" className="bf-brand" aria-label={shell.brand}>
        <span className="bf-seal" aria-hidden="true">
          {shell.brandMark}
        </span>
        {folded ? null : (
          <span>
            <b>{shell.brand}</b>
            <small>{shell.tagline}</small>
          </span>
        )}
      </Link>
      <nav aria-label={shell.mainMenu}>
        <Menu
          theme="dark"
          mode="inline"
          inlineCollapsed={folded}
          items={groups}
          selectedKeys={current.map((item) => item.to)}
        />
      </nav>
      {foldable ? (
        <button
          type="button"
          className="bf-fold"
          onClick={() => change({ folded: !folded })}
          aria-label={folded ? shell.expand : shell.collapse}
        >
          {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          {folded ? null : shell.collapse}
        </button>
      ) : null}
    </aside>
  );
}

function useGroups(folded: boolean): MenuItem[] {
  const { shell } = useWords();
  const may = useMay();
  return GROUPS.flatMap((group): MenuItem[] => {
    const items = group.items
      .filter((item) => item.needs === null || may(item.needs))
      .map((item) => ({
        key: item.to,
        icon: item.icon,
        label: <Link to={item.to}>{shell.nav[item.name]}</Link>,
        title: shell.nav[item.name],
      }));
    if (items.length === 0) return [];
    if (group.name === null || folded) return items;
    return [{ key: group.name, type: 'group', label: shell.nav[group.name], children: items }];
  });
}
