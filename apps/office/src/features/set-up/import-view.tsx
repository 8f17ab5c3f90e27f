import { importRoutes, type ImportResult } from '@takt/contracts';
import {
  Button,
  DataTable,
  FormNote,
  Icon,
  saveFile,
  showError,
  showToast,
  useFormat,
  useRead,
  useRuntime,
  useUiText,
  useWrite,
  type Column,
} from '@takt/ui';
import { useMemo, useRef, useState } from 'react';
import { Bar } from '../../components/bar';
import { LoadedTable } from '../../components/loaded-table';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import css from './set-up.module.css';

type Fault = ImportResult['faults'][number];
type SheetSum = ImportResult['sheets'][number];

function Sums({ result }: { result: ImportResult }) {
  const say = useOfficeText();
  const format = useFormat();
  const columns = useMemo((): Column<SheetSum>[] => {
    const count = (key: 'rows' | 'created' | 'changed' | 'unchanged'): Column<SheetSum> => ({
      key,
      header: say(`import.${key}`),
      text: (sum) => format.qty(sum[key]),
      align: 'end',
    });
    return [
      { key: 'sheet', header: say('import.sheet'), text: ({ sheet }) => sheet },
      count('rows'),
      count('created'),
      count('changed'),
      count('unchanged'),
    ];
  }, [say, format]);
  return (
    <div className={css.sums}>
      <DataTable
        label={say('import.what')}
        columns={columns}
        rows={result.sheets}
        rowKey={({ sheet }) => sheet}
      />
    </div>
  );
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  const say = useOfficeText();
  const columns = useMemo(
    (): Column<Fault>[] => [
      { key: 'sheet', header: say('import.sheet'), text: ({ sheet }) => sheet },
      {
        key: 'row',
        header: say('import.row'),
        text: ({ row }) => (row === null ? '–' : String(row)),
        align: 'end',
      },
      { key: 'column', header: say('import.column'), text: ({ column }) => column ?? '–' },
      { key: 'message', header: say('import.fault'), text: ({ message }) => message },
      { key: 'code', header: say('import.code'), text: ({ code }) => code },
    ],
    [say],
  );
  return (
    <DataTable
      label={say('import.faults')}
      columns={columns}
      rows={faults}
      rowKey={({ sheet, row, column, code, path }) => `${sheet} ${row} ${column} ${code} ${path}`}
      height="50dvh"
    />
  );
}

function Result({ result }: { result: ImportResult }) {
  const say = useOfficeText();
  const ui = useUiText();
  const commit = useWrite(importRoutes.commit);
  const { queries } = useRuntime();
  const faulty = result.faults.length > 0;
  const run = () =>
    commit.mutate(
      { request: { params: { import: result.id } } },
      {
        onSuccess: () => {
          void queries.invalidateQueries();
          showToast({ text: say('import.committed'), tone: 'green' });
        },
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  const done = result.status === 'committed' || commit.isSuccess;
  return (
    <>
      <Section
        title={result.file}
        note={say(`import.status.${done ? 'committed' : result.status}`)}
        actions={
          done || faulty ? undefined : (
            <Button kind="main" icon="check" onClick={run} disabled={commit.isPending}>
              {say('import.commit')}
            </Button>
          )
        }
      >
        <Sums result={result} />
      </Section>
      {faulty ? (
        <Section
          title={say('import.faults')}
          note={say('import.faults-hint', { count: result.faults.length })}
        >
          <Faults faults={result.faults} />
        </Section>
      ) : null}
    </>
  );
}

function Template() {
  const say = useOfficeText();
  const ui = useUiText();
  const { api } = useRuntime();
  const fetchIt = () =>
    api.download(importRoutes.template).then(
      (file) => saveFile('takt-import.xlsx', file),
      (error: unknown) => showError(error, ui('page.no-reply')),
    );
  return (
    <Button icon="download" onClick={() => void fetchIt()}>
      {say('import.template')}
    </Button>
  );
}

/** Takes the set-up of a plant from Excel or CSV: a dry run names every fault, then all of it is taken or nothing. */
export function ImportView() {
  const say = useOfficeText();
  const format = useFormat();
  const check = useWrite(importRoutes.check);
  const imports = useRead(importRoutes.list);
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<ImportResult>();
  const columns = useMemo(
    (): Column<ImportResult>[] => [
      { key: 'at', header: say('import.when'), text: ({ checkedAt }) => format.when(checkedAt) },
      { key: 'file', header: say('import.file'), text: ({ file }) => file },
      { key: 'status', header: say('import.state'), text: ({ status }) => say(`import.status.${status}`) },
      {
        key: 'faults',
        header: say('import.faults'),
        text: ({ faults }) => String(faults.length),
        align: 'end',
      },
    ],
    [say, format],
  );
  const take = (file: File | undefined) => {
    if (!file) return;
    setShown(undefined);
    check.mutate({ request: {}, options: { file, timeoutMs: 120_000 } }, { onSuccess: setShown });
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <Bar>
        <label className={css.upload}>
          <Icon name="upload" /> {say('import.choose')}
          <input
            ref={input}
            type="file"
            accept=".xlsx,.csv"
            onChange={({ target }) => take(target.files?.[0])}
          />
        </label>
        <Template />
        <span className={`${css.soft} ${css.middle}`}>
          {say(check.isPending ? 'import.checking' : 'import.hint')}
        </span>
      </Bar>
      {check.error ? <FormNote error={check.error} /> : null}
      {shown ? <Result key={shown.id} result={shown} /> : null}
      <Section title={say('import.before')}>
        <LoadedTable
          of={imports}
          empty={{ title: say('import.none') }}
          label={say('import.before')}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={setShown}
        />
      </Section>
    </>
  );
}
