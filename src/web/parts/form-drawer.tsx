import { Drawer } from 'antd';
import { useRef, type ReactNode } from 'react';

interface FormDrawerProps {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  lead?: ReactNode;
  children: ReactNode;
}

/** A form beside the page that it is about; a whole page on a phone. The first field has the keyboard. */
export function FormDrawer({ title, open, onClose, lead, children }: FormDrawerProps) {
  const body = useRef<HTMLDivElement>(null);
  const focusFirst = (shown: boolean) => {
    if (shown) body.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus();
  };
  return (
    <Drawer
      title={title}
      open={open}
      onClose={onClose}
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
        {children}
      </div>
    </Drawer>
  );
}
