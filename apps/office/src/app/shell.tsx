import { authRoutes } from '@takt/contracts';
import {
  Button,
  CommandBar,
  ConnectionIndicator,
  ErrorBoundary,
  Icon,
  LoadingState,
  useClockKnown,
  useCommands,
  useConnection,
  useFactoryNow,
  useFormat,
  useRuntime,
  useSession,
  useUiText,
  type Command,
} from '@takt/ui';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { Navigate, NavLink, Route, Routes, useLocation, useNavigate } from 'react-router';
import { useOfficeText } from '../lib/texts';
import { LookFields } from '../components/look-fields';
import { NotFound } from './not-found';
import css from './shell.module.css';
import { useGoKeys } from './use-go-keys';
import { views, type View } from './views';

/** The views that the person may see. */
function useViews(): readonly View[] {
  const role = useSession()?.role;
  return useMemo(
    () => views.filter(({ roles }) => role !== null && role !== undefined && roles.includes(role)),
    [role],
  );
}

function Side({ mine }: { mine: readonly View[] }) {
  const say = useOfficeText();
  const { api, tokens } = useRuntime();
  const session = useSession();
  const logOut = () => {
    void api.call(authRoutes.logout).catch(() => undefined);
    tokens.set(undefined);
  };
  return (
    <aside className={css.side} data-print="no">
      <p className={css.brand}>Takt</p>
      <nav className={css.nav} aria-label={say('nav.label')}>
        {mine.map(({ path, title, icon }) => (
          <NavLink key={path} to={`/${path}`}>
            <Icon name={icon} />
            {say(title)}
          </NavLink>
        ))}
      </nav>
      <div className={css.foot}>
        <LookFields />
        <p className={css.who}>
          <span>{session?.name}</span>
          <Button kind="bare" icon="lock" onClick={logOut}>
            {say('log-out')}
          </Button>
        </p>
      </div>
    </aside>
  );
}

function Clock() {
  const now = useFactoryNow();
  const format = useFormat();
  const say = useOfficeText();
  const { clock } = useRuntime();
  return (
    <span className={css.clock}>
      {format.day(now)} {format.seconds(now)}
      {clock.rate === 1 ? null : <small>{say('clock.rate', { rate: clock.rate })}</small>}
    </span>
  );
}

function Top({ onFind }: { onFind: () => void }) {
  const ui = useUiText();
  const format = useFormat();
  const session = useSession();
  const { state, sinceMs } = useConnection();
  return (
    <header className={css.top} data-print="no">
      <span className={css.plant}>{session ? format.name(session.plant) : ''}</span>
      <Clock />
      <Button className={css.find as string} icon="search" onClick={onFind}>
        {ui('command.open')}
        <kbd>Ctrl K</kbd>
      </Button>
      <ConnectionIndicator state={state} sinceMs={sinceMs} />
    </header>
  );
}

/** Navigation, plant, clock, connection, command bar; inside it the view that the address names. */
export function Shell() {
  const say = useOfficeText();
  const go = useNavigate();
  const { pathname } = useLocation();
  const mine = useViews();
  const timed = useClockKnown();
  const [finding, setFinding] = useState(false);
  const commands = useMemo(
    (): Command[] =>
      mine.map(({ path, title, key }) => ({
        id: `view.${path}`,
        title: say(title),
        group: say('command.views'),
        shortcut: `G ${key.toUpperCase()}`,
        run: () => void go(`/${path}`),
      })),
    [mine, say, go],
  );
  useCommands(commands);
  useGoKeys(mine, (path) => void go(`/${path}`));
  const current = mine.find(({ path }) => pathname.startsWith(`/${path}`));
  useEffect(() => {
    document.title = current ? `${say(current.title)} · Takt` : 'Takt';
  }, [current, say]);
  useEffect(() => {
    // On a phone the navigation scrolls sideways: the view that is open stays in sight.
    document
      .querySelector('nav [aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <div className={css.shell}>
      <Side mine={mine} />
      <div className={css.main}>
        <Top onFind={() => setFinding(true)} />
        <main className={css.page}>
          <ErrorBoundary of={pathname}>
            <Suspense fallback={<LoadingState />}>
              {timed ? (
                <Routes>
                  <Route index element={<Navigate to={`/${mine[0]?.path ?? 'schedule'}`} replace />} />
                  {mine.map(({ path, page: Page }) => (
                    <Route key={path} path={`${path}/*`} element={<Page />} />
                  ))}
                  <Route path="*" element={<NotFound />} />
                </Routes>
              ) : (
                <LoadingState />
              )}
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <CommandBar open={finding} onOpen={setFinding} />
    </div>
  );
}
