import { Component, type ReactNode } from 'react';
import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import { PageState } from './page-state';

interface BoundaryProps {
  readonly children: ReactNode;
  /** another value begins anew: the address of the view */
  readonly of?: string;
}

function Broken({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const say = useUiText();
  return (
    <PageState
      icon="fault"
      tone="red"
      title={say('page.broken')}
      hint={say('page.broken-hint')}
      code={error.message}
      action={
        <Button icon="loop" onClick={onRetry}>
          {say('page.retry')}
        </Button>
      }
    />
  );
}

/** Keeps a fault in one view from taking the whole screen away. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly error: Error | undefined }> {
  override state = { error: undefined as Error | undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (before.of !== this.props.of && this.state.error) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Broken error={error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
