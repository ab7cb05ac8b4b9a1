import * as React from 'react';
import { ErrorState } from '../error-state/error-state';

export interface ErrorBoundaryProps {
  /** Another value tries again: the route, the data. */
  readonly resetKey?: unknown;
}

interface State {
  readonly error: Error | null;
}

/** Keeps a fault in one part from blanking the rest: shows it in the part's place, with a way to try again. */
export class ErrorBoundary extends React.Component<React.PropsWithChildren<ErrorBoundaryProps>, State> {
  public state: State = { error: null };

  public static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  public componentDidUpdate(previous: ErrorBoundaryProps): void {
    if (this.state.error && previous.resetKey !== this.props.resetKey) this.setState({ error: null });
  }

  public render(): React.ReactNode {
    const { error } = this.state;
    return error ? <ErrorState error={error} onRetry={() => this.setState({ error: null })} /> : this.props.children;
  }
}
