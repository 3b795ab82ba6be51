import { Drawer } from 'antd';
import { useRef, type ReactNode } from 'react';
import { LeaveGuard, useGuardedClose } from './leave-guard.tsx';

interface FormDrawerProps {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  lead?: ReactNode;
  children: ReactNode;
}

/** A form beside the page that it is about; a whole page on a phone. The first field has the keyboard; what was typed is not lost unasked. */
export function FormDrawer({ title, open, onClose, lead, children }: FormDrawerProps) {
  const body = useRef<HTMLDivElement>(null);
  const guard = useGuardedClose(onClose);
  const focusFirst = (shown: boolean) => {
    if (shown) body.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus();
  };
  return (
    <Drawer
      title={title}
      open={open}
      onClose={guard.close}
      size={480}
      destroyOnHidden
      afterOpenChange={focusFirst}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <div ref={body}>
        {lead === undefined ? null : (
          <p className="bf-quiet" style={{ marginBottom: 16 }}>
            {lead}
          </p>
        )}
        {open ? <LeaveGuard guard={guard}>{children}</LeaveGuard> : children}
      </div>
    </Drawer>
  );
}
