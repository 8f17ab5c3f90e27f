import { userRoutes } from '@takt/contracts';
import { Button, Form, FormRow, showToast, TextField, useWrite } from '@takt/ui';
import { useState } from 'react';
import { useOfficeText } from '../../lib/texts';

const SHORTEST = 8;

/** Changes the own password. */
export function PasswordView() {
  const say = useOfficeText();
  const write = useWrite(userRoutes.password);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const submit = () =>
    write.mutate(
      { request: { body: { current, next } } },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          showToast({ text: say('access.password-changed'), tone: 'green' });
        },
      },
    );
  return (
    <Form onSubmit={submit} error={write.error} fields={['current', 'next']}>
      <FormRow>
        <TextField
          label={say('access.current')}
          name="current"
          kind="password"
          autoComplete="current-password"
          value={current}
          onValue={setCurrent}
        />
        <TextField
          label={say('access.next')}
          name="next"
          kind="password"
          autoComplete="new-password"
          value={next}
          onValue={setNext}
          hint={say('access.next-hint')}
        />
      </FormRow>
      <div>
        <Button
          kind="main"
          type="submit"
          disabled={current === '' || next.length < SHORTEST || write.isPending}
        >
          {say('access.change-password')}
        </Button>
      </div>
    </Form>
  );
}
