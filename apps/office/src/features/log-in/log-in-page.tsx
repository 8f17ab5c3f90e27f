import { authRoutes } from '@takt/contracts';
import { Button, Form, TextField, useRuntime, useWrite } from '@takt/ui';
import { useState } from 'react';
import { LookFields } from '../../components/look-fields';
import { useOfficeText } from '../../lib/texts';
import css from './log-in-page.module.css';

/** Name and password. The address stays, so that a link leads where it was meant to after the log-in. */
export function LogInPage() {
  const say = useOfficeText();
  const { tokens } = useRuntime();
  const logIn = useWrite(authRoutes.login);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const plant = new URLSearchParams(location.search).get('plant');
  const submit = () =>
    logIn.mutate(
      { request: { body: { login: login.trim(), password, ...(plant !== null && { plant }) } } },
      { onSuccess: (token) => tokens.set(token) },
    );
  return (
    <main className={css.page}>
      <div className={css.box}>
        <h1 className={css.brand}>
          Takt
          <small>{say('log-in.line')}</small>
        </h1>
        <Form onSubmit={submit} error={logIn.error} fields={['login', 'password']}>
          <TextField
            label={say('log-in.name')}
            name="login"
            value={login}
            onValue={setLogin}
            autoComplete="username"
            autoFocus
            required
          />
          <TextField
            label={say('log-in.password')}
            name="password"
            kind="password"
            value={password}
            onValue={setPassword}
            autoComplete="current-password"
            required
          />
          <Button
            kind="main"
            type="submit"
            wide
            disabled={logIn.isPending || login === '' || password === ''}
          >
            {say('log-in')}
          </Button>
        </Form>
        <div className={css.look}>
          <LookFields />
        </div>
      </div>
    </main>
  );
}
