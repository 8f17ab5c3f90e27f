import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import { Icon } from '../icon/icon';
import css from './change-banner.module.css';
import type { NoticeWords } from './notice-words';

/** What changed, and how it is acknowledged. */
export interface ChangeBannerProps {
  readonly words: NoticeWords;
  /** undefined: this screen only shows it */
  readonly onAcknowledge?: (() => void) | undefined;
  /** acknowledged here, waiting for the connection */
  readonly queued?: boolean;
  /** not acknowledged in time: the icon calls */
  readonly overdue?: boolean;
}

/** A change of the running or next operation, over the full width, until somebody says that they have seen it. */
export function ChangeBanner({ words, onAcknowledge, queued, overdue }: ChangeBannerProps) {
  const say = useUiText();
  const fact = (term: string, value: string) => (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <div className={css.banner} role="alert" data-part="change-banner">
      <div>
        <p className={css.title}>
          <strong>
            <span className={overdue ? css.call : undefined}>
              <Icon name="bell" />
            </span>{' '}
            {words.title}
          </strong>
          <span>{words.what}</span>
        </p>
        {words.change ? (
          <p className={css.change}>
            <span className="unseen">{say('notice.from')}</span>
            <del>{words.change.from}</del>
            <ins>
              <Icon name="arrow" />
              <span className="unseen">{say('notice.to')}</span>
              {words.change.to}
            </ins>
          </p>
        ) : null}
        <dl className={css.facts}>
          {words.effective === undefined ? null : fact(say('notice.effective'), words.effective)}
          {fact(say('notice.by'), words.by)}
          {fact(say('notice.why'), words.why)}
        </dl>
      </div>
      {onAcknowledge ? (
        <Button
          className={css.seen as string}
          icon="check"
          disabled={queued === true}
          onClick={onAcknowledge}
        >
          {say(queued ? 'notice.queued' : 'notice.acknowledge')}
        </Button>
      ) : null}
    </div>
  );
}
