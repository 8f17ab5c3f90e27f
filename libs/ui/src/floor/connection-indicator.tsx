import { useUiText, type UiKey } from '../i18n/texts';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/paths';
import type { ConnectionState } from '../live/connection';
import { useFormat } from '../runtime/use-format';
import type { Tone } from '../state/tone';
import css from './connection-indicator.module.css';

const signs: Readonly<Record<ConnectionState, { tone: Tone; icon: IconName; word: UiKey }>> = {
  joining: { tone: 'grey', icon: 'delayed', word: 'connection.joining' },
  live: { tone: 'green', icon: 'live', word: 'connection.live' },
  delayed: { tone: 'yellow', icon: 'delayed', word: 'connection.delayed' },
  offline: { tone: 'red', icon: 'offline', word: 'connection.offline' },
};

/** What is known of the connection. */
export interface ConnectionIndicatorProps {
  readonly state: ConnectionState;
  /** factory time of the last sign of life, epoch ms */
  readonly sinceMs?: number | undefined;
  /** entries that wait on this device */
  readonly queued?: number;
}

/** The connection, always at the top right: live, delayed, offline since hh:mm, and how many entries wait. */
export function ConnectionIndicator({ state, sinceMs, queued = 0 }: ConnectionIndicatorProps) {
  const say = useUiText();
  const format = useFormat();
  const sign = signs[state];
  const silent = state === 'delayed' || state === 'offline';
  return (
    <span className={css.indicator} data-tone={sign.tone} data-connection={state} role="status">
      <Icon name={sign.icon} />
      <span>{say(sign.word)}</span>
      {silent && sinceMs !== undefined ? (
        <span className={css.detail}>{say('connection.since', { time: format.time(sinceMs) })}</span>
      ) : null}
      {queued > 0 ? (
        <span className={css.queued}>
          <Icon name="queued" />
          {say('connection.queued', { count: queued })}
        </span>
      ) : null}
    </span>
  );
}
