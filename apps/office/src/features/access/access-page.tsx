import { Tabs, useSession } from '@takt/ui';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { AuditView } from './audit-view';
import { PasswordView } from './password-view';
import { UsersView } from './users-view';

const VIEWS = ['users', 'audit', 'password'] as const;

/** Who may do what, and who did what. */
export default function AccessPage() {
  const say = useOfficeText();
  const admin = useSession()?.role === 'admin';
  const [view, setView] = useAddress('view', admin ? 'users' : 'audit');
  const shown = VIEWS.filter((each) => each !== 'users' || admin);
  const chosen = shown.find((each) => each === view) ?? 'audit';
  return (
    <>
      <PageHead title={say('nav.access')} />
      <Tabs
        label={say('nav.access')}
        tabs={shown.map((key) => ({ key, label: say(`access.view.${key}`) }))}
        chosen={chosen}
        onChoose={setView}
      >
        {chosen === 'users' ? <UsersView /> : null}
        {chosen === 'audit' ? <AuditView /> : null}
        {chosen === 'password' ? <PasswordView /> : null}
      </Tabs>
    </>
  );
}
