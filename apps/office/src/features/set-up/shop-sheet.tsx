import { channelRoutes, type Channel } from '@takt/contracts';
import { Button, CheckField, FormNote, SearchField, showToast, TextField, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { OnceSheet } from '../../components/once-sheet';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useCustomerChoices } from '../../lib/use-choices';
import css from './set-up.module.css';

type Draft = Pick<Channel, 'name' | 'active'> & { readonly customer: string; readonly webhook: string };

const FAULTS = ['channel', 'name', 'customer', 'webhook', 'active'];
const bodyOf = ({ name, active, customer, webhook }: Draft) => ({
  name,
  active,
  customer: customer === '' ? null : customer,
  webhook: webhook === '' ? null : webhook,
});

function ShopFields({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const say = useOfficeText();
  const customers = useCustomerChoices();
  const set = (change: Partial<Draft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <TextField
        label={say('set-up.name')}
        name="name"
        value={draft.name}
        onValue={(name) => set({ name })}
        required
      />
      <SearchField
        label={say('orders.customer')}
        name="customer"
        choices={customers}
        value={draft.customer}
        onValue={(customer) => set({ customer })}
        hint={say('shop.customer-hint')}
      />
      <TextField
        label={say('shop.webhook')}
        name="webhook"
        value={draft.webhook}
        onValue={(webhook) => set({ webhook })}
        hint={say('shop.webhook-hint')}
        placeholder="https://"
      />
      <CheckField label={say('set-up.active')} value={draft.active} onValue={(active) => set({ active })} />
    </>
  );
}

/** The secret by which a shop signs its messages: shown once. */
function Secret({ secret }: { secret: string }) {
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

/** Adds a shop, and shows its secret. */
export function NewShopSheet({ onClose }: { onClose: () => void }) {
  const say = useOfficeText();
  const put = useWrite(channelRoutes.put);
  const [id, setId] = useState('');
  const [draft, setDraft] = useState<Draft>({ name: '', active: true, customer: '', webhook: '' });
  return (
    <OnceSheet
      title={say('shop.add')}
      make={say('shop.add')}
      write={put}
      ready={id !== '' && draft.name !== ''}
      onMake={() => put.mutate({ request: { params: { channel: id }, body: bodyOf(draft) } })}
      onClose={onClose}
      fields={FAULTS}
      show={({ secret }) => <Secret secret={secret ?? ''} />}
    >
      <TextField
        label={say('set-up.id')}
        name="channel"
        value={id}
        onValue={setId}
        hint={say('set-up.id-hint')}
        required
      />
      <ShopFields draft={draft} onDraft={setDraft} />
    </OnceSheet>
  );
}

/** Gives the shop a new secret; the old one is worth nothing from then on. */
function RenewSecret({ shop }: { shop: Channel }) {
  const say = useOfficeText();
  const renew = useWrite(channelRoutes.renewSecret);
  return (
    <Section title={say('shop.secret')}>
      {renew.error ? <FormNote error={renew.error} /> : null}
      {renew.data ? (
        <Secret secret={renew.data.secret} />
      ) : (
        <>
          <p>{say('shop.renew-hint')}</p>
          <p>
            <Button
              kind="danger"
              disabled={renew.isPending}
              onClick={() => renew.mutate({ request: { params: { channel: shop.id } } })}
            >
              {say('shop.renew')}
            </Button>
          </p>
        </>
      )}
    </Section>
  );
}

/** Changes a shop. */
export function ShopSheet({ shop, onClose }: { shop: Channel; onClose: () => void }) {
  const say = useOfficeText();
  const put = useWrite(channelRoutes.put);
  const [draft, setDraft] = useState<Draft>({
    name: shop.name,
    active: shop.active,
    customer: shop.customer ?? '',
    webhook: shop.webhook ?? '',
  });
  const send = () =>
    put.mutate(
      {
        request: { params: { channel: shop.id }, body: bodyOf(draft) },
        options: { ifMatch: shop.revision },
      },
      {
        onSuccess: () => {
          showToast({ text: say('saved', { id: shop.id }), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      title={shop.id}
      onClose={onClose}
      write={put}
      ready={draft.name !== ''}
      onSend={send}
      fields={FAULTS}
      below={<RenewSecret shop={shop} />}
    >
      <ShopFields draft={draft} onDraft={setDraft} />
    </FormSheet>
  );
}
