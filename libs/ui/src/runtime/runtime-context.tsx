import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { Runtime } from './runtime';

const RuntimeContext = createContext<Runtime | undefined>(undefined);

/** Gives the plumbing to everything inside. */
export function RuntimeProvider({ runtime, children }: { runtime: Runtime; children: ReactNode }) {
  return (
    <RuntimeContext value={runtime}>
      <QueryClientProvider client={runtime.queries}>{children}</QueryClientProvider>
    </RuntimeContext>
  );
}

/** The plumbing of the app. */
export function useRuntime(): Runtime {
  const runtime = useContext(RuntimeContext);
  if (!runtime) throw new Error('useRuntime outside RuntimeProvider');
  return runtime;
}
