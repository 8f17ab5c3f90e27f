import { PageState } from '@takt/ui';
import { Link } from 'react-router';
import { useOfficeText } from '../lib/texts';

/** The address names no view, or one that is not for this role. */
export function NotFound() {
  const say = useOfficeText();
  return (
    <PageState
      icon="question"
      title={say('not-found')}
      hint={say('not-found-hint')}
      action={<Link to="/">{say('not-found-home')}</Link>}
    />
  );
}
