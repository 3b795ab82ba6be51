import type { ComponentProps } from 'react';

interface MarkProps extends ComponentProps<'span'> {
  /** quiet: a kind; good, warn, late: a state; info: a note; sample: made up. */
  tone?: 'quiet' | 'good' | 'warn' | 'late' | 'info' | 'sample';
}

/** A small mark beside a name: a kind or a state, readable (AA) by day and night. */
export function Mark({ tone = 'quiet', className, ...rest }: MarkProps) {
  return <span {...rest} className={['bf-mark', `is-${tone}`, className].filter(Boolean).join(' ')} />;
}
