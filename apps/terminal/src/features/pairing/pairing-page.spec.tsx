/** @vitest-environment happy-dom */
import type { Token } from '@takt/contracts';
import { ApiClient, DEFAULT_LOOK, RuntimeProvider, startTexts, TokenStore, type Runtime } from '@takt/ui';
import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand';
import { texts } from '../../lib/texts';
import { PairingPage } from './pairing-page';

const TOKEN = { token: 'token of the screen', session: { kind: 'terminal' } } as Token;

/** Codes that went to core, and how each is answered. */
let sent: {
  readonly code: string;
  readonly answer: (status: number, body: unknown) => Promise<void>;
  readonly lose: () => Promise<void>;
}[];
let tokens: TokenStore;
let nowMs = 0;

/** Core behind the wire: replies when the test says so. */
const core = ((_: string, { body }: RequestInit) =>
  new Promise<Response>((resolve, reject) => {
    const { code } = JSON.parse(String(body)) as { code: string };
    const after = (reply: () => void) =>
      act(async () => {
        reply();
        await vi.advanceTimersByTimeAsync(10);
      });
    sent.push({
      code,
      answer: (status, reply) => after(() => resolve(new Response(JSON.stringify(reply), { status }))),
      lose: () => after(() => reject(new TypeError('Failed to fetch'))),
    });
  })) as typeof fetch;

function open(address = '/'): void {
  const look = createStore(() => ({ ...DEFAULT_LOOK, language: 'en' as const }));
  startTexts(look, texts);
  tokens = new TokenStore(localStorage, 'test');
  const api = new ApiClient({
    fetch: core,
    origin: '',
    token: () => undefined,
    language: () => 'en',
    newKey: () => 'key',
    logInEnded: () => undefined,
  });
  const runtime = { api, tokens, look, queries: new QueryClient() } as unknown as Runtime;
  render(
    <StrictMode>
      <RuntimeProvider runtime={runtime}>
        <MemoryRouter initialEntries={[address]}>
          <PairingPage />
        </MemoryRouter>
      </RuntimeProvider>
    </StrictMode>,
  );
}

/** A key of the keyboard or the scanner, some ms after the one before. */
async function press(key: string, afterMs = 8): Promise<void> {
  nowMs += afterMs;
  await act(() => vi.advanceTimersByTimeAsync(afterMs));
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: nowMs });
  act(() => void document.body.dispatchEvent(event));
}
async function scan(text: string, gapMs = 8): Promise<void> {
  for (const key of [...text, 'Enter']) await press(key, gapMs);
}
const codes = () => sent.map(({ code }) => code);
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sent = [];
  nowMs += 100_000; // long after the test before
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it.each([8, 90, 400])(
  'pairs by a scanner that leaves %i ms between its keys, with one request',
  async (gapMs) => {
    open();
    await scan('K7QP2M9X', gapMs);
    expect(codes()).toEqual(['K7QP-2M9X']);
    await press('Enter');
    await sent[0]?.answer(200, TOKEN);
    expect(tokens.get()?.token).toBe(TOKEN.token);
    await wait(1000);
    expect(codes()).toHaveLength(1);
  },
);
it('sends the code of an address that is scanned, and nothing else', async () => {
  open();
  await scan('http://takt.local:3000/floor/?pair=K7QP-2M9X');
  expect(codes()).toEqual(['K7QP-2M9X']);
});
it('sends the code of its own address once', async () => {
  open('/?pair=K7QP-2M9X');
  await scan('K7QP-2M9X');
  expect(codes()).toEqual(['K7QP-2M9X']);
  await sent[0]?.answer(200, TOKEN);
  expect(tokens.get()?.token).toBe(TOKEN.token);
});
it('sends what is typed when no more comes, and what is touched at once', async () => {
  open();
  for (const key of 'k7qp2m9x') await press(key, 150);
  await wait(300);
  expect(codes()).toEqual(['K7QP-2M9X']);
  await sent[0]?.answer(422, { detail: 'No screen waits for this code.', code: 'auth.refused' });
  for (const key of 'ABCDEFGH') fireEvent.click(screen.getByRole('button', { name: key }));
  await wait(10);
  expect(codes()).toEqual(['K7QP-2M9X', 'ABCD-EFGH']);
});
it('says why a code was refused, and sends one that was scanned meanwhile', async () => {
  open();
  await scan('AAAA1111');
  await scan('BBBB2222');
  await press('C');
  expect(codes()).toEqual(['AAAA-1111']);
  await sent[0]?.answer(422, { detail: 'No screen waits for this code.', code: 'auth.refused' });
  expect(codes()).toEqual(['AAAA-1111', 'BBBB-2222']);
  await sent[1]?.answer(422, { detail: 'The code is too old.', code: 'auth.refused' });
  expect(screen.getByRole('alert').textContent).toBe('The code is too old.');
});
it('sends a code again that core has not answered', async () => {
  open();
  await scan('K7QP2M9X');
  await sent[0]?.lose();
  expect(screen.getByRole('alert').textContent).not.toBe('');
  await scan('K7QP2M9X');
  expect(codes()).toEqual(['K7QP-2M9X', 'K7QP-2M9X']);
});
