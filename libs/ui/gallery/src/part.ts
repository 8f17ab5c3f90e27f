import type { ReactNode } from 'react';

/** One part of the library with an example. */
export interface Part {
  readonly id: string;
  readonly show: () => ReactNode;
}
