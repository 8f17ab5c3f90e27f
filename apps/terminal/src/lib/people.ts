import type { Session, Token } from '@takt/contracts';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** A person who is signed in at this terminal. */
export interface SignedIn {
  /** id of the worker */
  readonly worker: string;
  readonly token: string;
  readonly session: Session;
}

interface People {
  /** who is signed in, the one who acts now first */
  readonly people: readonly SignedIn[];
}

const KEY = 'takt.terminal.people';

function kept(): People {
  try {
    const people = (JSON.parse(localStorage.getItem(KEY) ?? '[]') ?? []) as SignedIn[];
    return { people: people.filter((each) => Date.parse(each.session.expiresAt) > Date.now()) };
  } catch {
    return { people: [] };
  }
}

/** The people at this terminal; kept over a reload until their log-ins expire. */
export const peopleStore = createStore<People>(kept);
peopleStore.subscribe(({ people }) => localStorage.setItem(KEY, JSON.stringify(people)));

const deciders: readonly unknown[] = ['lead', 'planner', 'admin'];

/** May a person decide for the line: about people, operations, and entries that core refused? */
export function mayDecide({ session }: SignedIn): boolean {
  return deciders.includes(session.role);
}

/** Signs a person in, or lets them act again. */
export function signIn({ token, session }: Token): void {
  const worker = session.worker ?? session.user;
  if (worker === null) return;
  peopleStore.setState(({ people }) => ({
    people: [{ worker, token, session }, ...people.filter((each) => each.worker !== worker)],
  }));
}

/** Signs a person out of this terminal. */
export function signOut(worker: string): void {
  peopleStore.setState(({ people }) => ({ people: people.filter((each) => each.worker !== worker) }));
}

/** The people at this terminal, the one who acts now first. */
export function usePeople(): readonly SignedIn[] {
  return useStore(peopleStore, ({ people }) => people);
}
