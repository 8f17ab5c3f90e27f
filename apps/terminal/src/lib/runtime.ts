import { createRuntime, DEFAULT_LOOK } from '@takt/ui';
import { queuedCount } from './outbox/entries';
import { heardVersion } from './update';

const chinese = navigator.language.toLowerCase().startsWith('zh');

/** The plumbing of the terminal. Its log-in is the device's own, from pairing; people sign in beside it. */
export const runtime = createRuntime({
  tokenKey: 'takt.terminal.device',
  clientVersion: __APP_VERSION__,
  look: { ...DEFAULT_LOOK, language: chinese ? 'zh-CN' : 'en' },
  queued: queuedCount,
  onVersion: heardVersion,
});
