import { createRuntime, DEFAULT_LOOK } from '@takt/ui';

const chinese = navigator.language.toLowerCase().startsWith('zh');

/** The plumbing of the office: its log-in is kept in this browser. */
export const runtime = createRuntime({
  tokenKey: 'takt.office.log-in',
  clientVersion: __APP_VERSION__,
  look: { ...DEFAULT_LOOK, theme: 'system', language: chinese ? 'zh-CN' : 'en' },
});
