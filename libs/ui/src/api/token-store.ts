import type { Session } from '@takt/contracts';

/** A log-in as a browser keeps it. */
export interface LogIn {
  readonly token: string;
  readonly session: Session;
}

/** Where text is kept over a reload: `localStorage`, or memory in a test. */
export interface Keep {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The log-in of an app: kept over a reload, shared between tabs, watched by the screen. */
export class TokenStore {
  private current: LogIn | undefined;
  private readonly watchers = new Set<() => void>();

  /**
   * @param keep where it is kept
   * @param key under which name
   */
  constructor(
    private readonly keep: Keep,
    private readonly key: string,
  ) {
    this.current = this.read();
  }

  /** Who is logged in; undefined: nobody. */
  get(): LogIn | undefined {
    return this.current;
  }

  /** Keeps a log-in, or ends it. */
  set(logIn: LogIn | undefined): void {
    if (logIn) this.keep.setItem(this.key, JSON.stringify(logIn));
    else this.keep.removeItem(this.key);
    this.change(logIn);
  }

  /** Takes over what another tab has kept. */
  refresh(): void {
    this.change(this.read());
  }

  /** Calls back at each change; gives back how to stop that. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private change(logIn: LogIn | undefined): void {
    if (logIn?.token === this.current?.token) return;
    this.current = logIn;
    for (const watcher of this.watchers) watcher();
  }

  private read(): LogIn | undefined {
    try {
      const kept = JSON.parse(this.keep.getItem(this.key) ?? 'null') as LogIn | null;
      return typeof kept?.token === 'string' && typeof kept.session === 'object' ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}
