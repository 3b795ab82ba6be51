import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** One part of a page under its tab; the key stands in the address after `#`. */
export interface PageTab {
  key: string;
  label: string;
  children: ReactNode;
}

/** Parts of a page under tabs, the open one in the address. On paper all parts stand below one another, each under its name. */
export function PageTabs({ tabs }: { tabs: PageTab[] }) {
  const { hash } = useLocation();
  const go = useNavigate();
  const active = tabs.find((one) => one.key === hash.slice(1)) ?? tabs[0];
  const items = tabs.map(({ key, label, children }) => ({
    key,
    label,
    forceRender: true,
    children: (
      <>
        <h2 className="bf-print-only">{label}</h2>
        {children}
      </>
    ),
  }));
  return (
    <Tabs items={items} activeKey={active?.key ?? ''} onChange={(key) => void go({ hash: key }, { replace: true })} />
  );
}
