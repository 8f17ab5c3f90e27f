import { Button, Icon, ProblemError, useFormat, useUiText } from '@takt/ui';
import { useNavigate } from 'react-router';
import { useFloorText } from '../../lib/texts';
import css from './decide.module.css';
import { useDecider } from './use-line';

/** The answer of core to a decision, at once: why it cannot be done, and what may help. */
export function Answer({ error }: { error: Error | null }) {
  const ui = useUiText();
  const format = useFormat();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <p className={css.answer} role="alert">
      <Icon name="fault" /> {format.sentence(problem?.detail ?? ui('page.no-reply'))}{' '}
      {format.sentence(problem?.hint ?? ui('page.no-reply-hint'))}
    </p>
  );
}

interface DecideProps {
  readonly disabled: boolean;
  readonly word: string;
  readonly onDecide: (token: string) => void;
}

/** The button of a decision: for a supervisor who is signed in; others are led to the log-in. */
export function DecideButton({ disabled, word, onDecide }: DecideProps) {
  const say = useFloorText();
  const go = useNavigate();
  const decider = useDecider();
  return decider ? (
    <Button kind="main" primary disabled={disabled} onClick={() => onDecide(decider.token)}>
      {word}
    </Button>
  ) : (
    <Button primary icon="badge" onClick={() => void go('/sign-in')}>
      {say('decide.sign-in')}
    </Button>
  );
}
