import type { ReactNode } from 'react';
import { NoReplyError, ProblemError } from '../api/problem-error';
import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/paths';
import { useRuntime } from '../runtime/runtime-context';
import { useFormat } from '../runtime/use-format';
import type { Tone } from '../state/tone';
import css from './page-state.module.css';

/** A state of a page or list instead of its content. */
export interface PageStateProps {
  readonly icon: IconName;
  readonly title: string;
  /** what may help, or what to do next */
  readonly hint?: string | undefined;
  readonly code?: string | undefined;
  readonly tone?: Tone | undefined;
  /** what to do next */
  readonly action?: ReactNode;
}

/** Says why there is nothing to see, and what to do next. */
export function PageState({ icon, title, hint, code, tone, action }: PageStateProps) {
  return (
    <div className={css.state}>
      <p className={css.head} data-tone={tone}>
        <Icon name={icon} /> {title}
      </p>
      {hint ? <p className={css.hint}>{hint}</p> : null}
      {code ? <p className={css.code}>{code}</p> : null}
      {action}
    </div>
  );
}

/** Nothing here: says what would make something appear. */
export function EmptyState({ title, hint, action }: { title?: string; hint?: string; action?: ReactNode }) {
  const say = useUiText();
  return <PageState icon="box" title={title ?? say('page.empty')} hint={hint} action={action} />;
}

/** Something is on its way. */
export function LoadingState() {
  const say = useUiText();
  return (
    <div className={css.loading} role="status" aria-label={say('page.loading')}>
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}

/** A call failed: core refused, did not answer, or the role does not allow it. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const say = useUiText();
  const format = useFormat();
  const retry = onRetry ? (
    <Button icon="loop" onClick={onRetry}>
      {say('page.retry')}
    </Button>
  ) : null;
  if (error instanceof NoReplyError)
    return (
      <PageState
        icon="offline"
        tone="red"
        title={say('page.no-reply')}
        hint={say('page.no-reply-hint')}
        action={retry}
      />
    );
  if (!(error instanceof ProblemError))
    return (
      <PageState icon="fault" tone="red" title={say('page.failed')} hint={String(error)} action={retry} />
    );
  const { status, detail, hint, code, traceId } = error.problem;
  if (status === 403)
    return (
      <PageState
        icon="lock"
        title={say('page.forbidden')}
        hint={hint || say('page.forbidden-hint')}
        code={code}
      />
    );
  const reference = traceId ? `${code} · ${traceId}` : code;
  return (
    <PageState
      icon="fault"
      tone="red"
      title={format.sentence(detail)}
      hint={format.sentence(hint)}
      code={reference}
      action={retry}
    />
  );
}

/**
 * What is shown is older than it should be: newer data could not be fetched.
 * @param props.asOfMs real time of the last reply, epoch ms; shown as factory time
 */
export function StaleNote({ asOfMs }: { asOfMs: number }) {
  const say = useUiText();
  const format = useFormat();
  const { clock } = useRuntime();
  const factoryMs = clock.now() - (Date.now() - asOfMs) * clock.rate;
  return (
    <p className={css.stale} role="status">
      <Icon name="clock" /> {say('page.stale', { time: format.time(factoryMs) })}
    </p>
  );
}

/** What a page knows of a reply. */
export interface Loaded<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  /** real time of the last reply, epoch ms */
  readonly dataUpdatedAt: number;
  refetch(): unknown;
}

/** Shows a reply: loading, failed, shown although a newer one failed, or the content. */
export function WhenLoaded<T>({ of, children }: { of: Loaded<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined)
    return (
      <>
        {of.error ? <StaleNote asOfMs={of.dataUpdatedAt} /> : null}
        {children(of.data)}
      </>
    );
  if (of.error) return <ErrorState error={of.error} onRetry={() => void of.refetch()} />;
  return <LoadingState />;
}
