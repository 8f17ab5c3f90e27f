import { changeoverRoutes, type Changeover } from '@takt/contracts';
import {
  Button,
  Form,
  FormRow,
  Sheet,
  SheetActions,
  showToast,
  TextField,
  useRead,
  useWrite,
  type Column,
} from '@takt/ui';
import { useId, useMemo, useState } from 'react';
import { Bar } from '../../components/bar';
import { LoadedTable } from '../../components/loaded-table';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { matrixOf, secondsOf, withFamily, withMinutes, withoutFamily, type Matrix } from './matrix';
import css from './set-up.module.css';
import { useIdColumns } from './use-records';

interface GridProps {
  readonly matrix: Matrix;
  readonly readOnly: boolean;
  readonly onMatrix: (matrix: Matrix) => void;
}

/** Minutes from the family run last (row) to the next (column). */
function Grid({ matrix, readOnly, onMatrix }: GridProps) {
  const say = useOfficeText();
  const { families, minutes } = matrix;
  return (
    <div className={css.matrixFrame}>
      <table className={css.matrix}>
        <caption>{say('set-up.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('set-up.from-to')}</th>
            {families.map((family) => (
              <th scope="col" key={family}>
                {family}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {families.map((from, row) => (
            <tr key={from}>
              <th scope="row">{from}</th>
              {families.map((to, column) => (
                <td key={to}>
                  <input
                    aria-label={`${from} → ${to}`}
                    inputMode="decimal"
                    value={minutes[row]?.[column] ?? ''}
                    readOnly={readOnly}
                    onChange={({ target }) => {
                      if (/^\d*(?:\.\d?)?$/.test(target.value))
                        onMatrix(withMinutes(matrix, row, column, target.value));
                    }}
                  />
                </td>
              ))}
              <td>
                {readOnly ? null : (
                  <Button
                    kind="bare"
                    icon="cross"
                    aria-label={`${say('set-up.remove')} ${from}`}
                    onClick={() => onMatrix(withoutFamily(matrix, from))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ChangeoverSheetProps {
  readonly changeover: Changeover | undefined;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

function ChangeoverSheet({ changeover, readOnly, onClose }: ChangeoverSheetProps) {
  const say = useOfficeText();
  const form = useId();
  const put = useWrite(changeoverRoutes.put);
  const [id, setId] = useState(changeover?.id ?? '');
  const [name, setName] = useState(changeover?.name ?? '');
  const [nameZh, setNameZh] = useState(changeover?.nameZh ?? '');
  const [matrix, setMatrix] = useState(() => matrixOf(changeover?.families ?? [], changeover?.seconds ?? []));
  const [family, setFamily] = useState('');
  const ready = id !== '' && name !== '' && matrix.families.length > 0;
  const submit = () => {
    if (!ready || readOnly) return;
    const body = {
      name,
      ...(nameZh !== '' && { nameZh }),
      families: [...matrix.families],
      seconds: secondsOf(matrix),
    };
    put.mutate(
      {
        request: { params: { changeover: id }, body },
        ...(changeover && { options: { ifMatch: changeover.revision } }),
      },
      {
        onSuccess: () => {
          showToast({ text: say('saved', { id }), tone: 'green' });
          onClose();
        },
      },
    );
  };
  const actions = (
    <SheetActions onCancel={onClose}>
      <Button kind="main" type="submit" form={form} disabled={!ready || put.isPending}>
        {say('save')}
      </Button>
    </SheetActions>
  );
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={changeover?.id ?? say('set-up.add')}
      actions={readOnly ? undefined : actions}
    >
      <Form id={form} onSubmit={submit} error={put.error} fields={['name', 'nameZh']}>
        <FormRow>
          {changeover ? null : <TextField label={say('set-up.id')} value={id} onValue={setId} required />}
          <TextField label={say('set-up.name')} name="name" value={name} onValue={setName} required />
          <TextField label={say('set-up.name-zh')} name="nameZh" value={nameZh} onValue={setNameZh} />
        </FormRow>
        <Grid matrix={matrix} readOnly={readOnly} onMatrix={setMatrix} />
        {readOnly ? null : (
          <FormRow>
            <TextField label={say('set-up.family')} value={family} onValue={setFamily} />
            <span className={css.middle}>
              <Button
                icon="plus"
                disabled={family.trim() === ''}
                onClick={() => {
                  setMatrix(withFamily(matrix, family.trim()));
                  setFamily('');
                }}
              >
                {say('set-up.add-family')}
              </Button>
            </span>
          </FormRow>
        )}
      </Form>
    </Sheet>
  );
}

/** Changeover matrices: how long it takes from one family to the next. */
export function ChangeoversView() {
  const say = useOfficeText();
  const ids = useIdColumns<Changeover>();
  const may = useMay(changeoverRoutes.put);
  const changeovers = useRead(changeoverRoutes.list);
  const [open, setOpen] = useState<string>();
  const columns = useMemo(
    (): Column<Changeover>[] => [
      ...ids,
      { key: 'families', header: say('set-up.families'), text: ({ families }) => families.join(', ') },
    ],
    [ids, say],
  );
  return (
    <>
      {may ? (
        <Bar>
          <Button kind="main" icon="plus" onClick={() => setOpen('')}>
            {say('set-up.add')}
          </Button>
        </Bar>
      ) : null}
      <LoadedTable
        of={changeovers}
        empty={{ title: say('set-up.none'), hint: say('set-up.none-hint') }}
        label={say('set-up.of.changeovers')}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
      />
      {open === undefined ? null : (
        <ChangeoverSheet
          key={open}
          changeover={changeovers.data?.find(({ id }) => id === open)}
          readOnly={!may}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
