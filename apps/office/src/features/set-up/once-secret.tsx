import type { ReplyOf, RequestOf, Route } from '@takt/contracts';
import { Button, FormNote, useWrite } from '@takt/ui';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import css from './set-up.module.css';

/** A secret by which messages are signed: shown once. */
export function OnceSecret({ secret }: { secret: string }) {
  const say = useOfficeText();
  return (
    <>
      <p>{say('shop.secret-once')}</p>
      <p className={css.secret}>
        <code>{secret}</code>
      </p>
    </>
  );
}

/** Gives something a new secret; the old one is worth nothing from then on. */
export function RenewSecret<R extends Route>({ route, request }: { route: R; request: RequestOf<R> }) {
  const say = useOfficeText();
  const renew = useWrite(route);
  const made = renew.data as (ReplyOf<R> & { readonly secret: string }) | undefined;
  return (
    <Section title={say('shop.secret')}>
      {renew.error ? <FormNote error={renew.error} /> : null}
      {made ? (
        <OnceSecret secret={made.secret} />
      ) : (
        <>
          <p>{say('shop.renew-hint')}</p>
          <p>
            <Button kind="danger" disabled={renew.isPending} onClick={() => renew.mutate({ request })}>
              {say('shop.renew')}
            </Button>
          </p>
        </>
      )}
    </Section>
  );
}
