import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { useWords } from '../client/use-words.ts';

/** Says that a page failed to show, and the two ways on. */
export function Crashed() {
  const { common } = useWords();
  return (
    <div className="bf-empty" role="alert" style={{ paddingTop: 96 }}>
      <h3>{common.crashTitle}</h3>
      <p>{common.crashText}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {common.reload}
      </Button>{' '}
      <Button href="/">{common.home}</Button>
    </div>
  );
}

/** The same for the router, which also tells the console what happened. */
export function RouteCrashed() {
  const error = useRouteError();
  console.error(error);
  return <Crashed />;
}

/** Catches what the router does not: the frame itself. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };
  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }
  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }
  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}
