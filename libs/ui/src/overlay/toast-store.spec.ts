import { dropToast, showToast, toastStore } from './toast-store';

const shown = () => toastStore.getState().toasts.map(({ text }) => text);

beforeEach(() => {
  jest.useFakeTimers();
  toastStore.setState({ toasts: [] });
});
afterEach(() => jest.useRealTimers());

it('shows at most two messages, the last ones, and none twice', () => {
  for (const text of ['a', 'b', 'c']) showToast({ text, tone: 'red' });
  expect(shown()).toEqual(['b', 'c']);
  showToast({ text: 'b', tone: 'red' });
  expect(shown()).toEqual(['c', 'b']);
});
it('takes each away after ten seconds, or when it was read', () => {
  showToast({ text: 'a', tone: 'red' });
  showToast({ text: 'b', tone: 'red' });
  dropToast(toastStore.getState().toasts[0]?.id ?? 0);
  expect(shown()).toEqual(['b']);
  jest.advanceTimersByTime(10_000);
  expect(shown()).toEqual([]);
});
