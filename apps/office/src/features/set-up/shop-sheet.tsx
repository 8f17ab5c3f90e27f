import { channelRoutes, type Channel } from '@takt/contracts';
import { CheckField, SearchField, showToast, TextField, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { OnceSheet } from '../../components/once-sheet';
import { useOfficeText } from '../../lib/texts';
import { useCustomerChoices } from '../../lib/use-choices';
import { OnceSecret, RenewSecret } from './once-secret';

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
      show={({ secret }) => <OnceSecret secret={secret ?? ''} />}
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
      below={<RenewSecret route={channelRoutes.renewSecret} request={{ params: { channel: shop.id } }} />}
    >
      <ShopFields draft={draft} onDraft={setDraft} />
    </FormSheet>
  );
}
