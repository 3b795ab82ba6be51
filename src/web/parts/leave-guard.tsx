import { App } from 'antd';
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '../client/use-words.ts';

interface Guard {
  /** Tells whether something is typed that is not saved. */
  touch: (dirty: boolean) => void;
  /** Closes, but asks first where something is typed. */
  close: () => void;
}

const Context = createContext<Guard | null>(null);

/** The guard around this form, null for a form on a page of its own. */
export function useGuard(): Guard | null {
  return useContext(Context);
}

/** Closing by cross, mask, Escape or Cancel asks first where something typed would be lost. */
export function useGuardedClose(onClose: () => void): Guard & { dirty: () => boolean } {
  const ask = useAsk();
  const latest = useRef({ ask, onClose });
  useEffect(() => {
    latest.current = { ask, onClose };
  });
  const [guard] = useState(() => {
    let typed = false;
    let asking = false;
    return {
      touch: (dirty: boolean) => {
        typed = dirty;
      },
      dirty: () => typed,
      close: () => {
        if (!typed) return latest.current.onClose();
        if (asking) return;
        asking = true;
        latest.current.ask((leave) => {
          asking = false;
          if (!leave) return;
          typed = false;
          latest.current.onClose();
        });
      },
    };
  });
  return guard;
}

/** Gives the guard to the form inside, and asks before another page or a closed window takes what was typed. */
export function LeaveGuard({ guard, children }: { guard: Guard & { dirty: () => boolean }; children: ReactNode }) {
  const ask = useAsk();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => guard.dirty() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    ask((leave) => (leave ? blocker.proceed() : blocker.reset()));
  }, [blocker, ask]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (guard.dirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [guard]);
  useEffect(() => () => guard.touch(false), [guard]);
  return <Context value={guard}>{children}</Context>;
}

/** Asks whether to leave what was typed. */
function useAsk(): (answer: (leave: boolean) => void) => void {
  const { common } = useWords();
  const { modal } = App.useApp();
  return useCallback(
    (answer) => {
      modal.confirm({
        title: common.leave,
        okText: common.leaveYes,
        cancelText: common.leaveNo,
        okButtonProps: { danger: true },
        focusable: { autoFocusButton: 'cancel' },
        onOk: () => answer(true),
        onCancel: () => answer(false),
      });
    },
    [modal, common],
  );
}
