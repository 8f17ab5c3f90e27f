/**
 * `npm run schedule:shop -- --kind bakery --seed 1 --operations 200 > problem.json`: makes a whole shop to try things on.
 */
import { kinds, shopProblem, type Kind } from '../bench/shop/shop-problem';
import { commandLine, numberOption, Refusal, runAsMain, type Command } from './command';

const usage = `npm run schedule:shop -- [--kind ${kinds.join('|')}] [--seed 1] [--operations 200] [--around-the-clock] > problem.json`;
const options = {
  kind: { type: 'string', default: 'bakery' },
  seed: { type: 'string', default: '1' },
  operations: { type: 'string', default: '200' },
  'around-the-clock': { type: 'boolean', default: false },
} as const;

/** Makes a shop. */
export const shopCommand: Command = (argv, output) => {
  const { values } = commandLine(argv, { usage, files: [], options });
  const kind = kinds.find((known) => known === values.kind);
  if (!kind) throw new Refusal(`--kind ${values.kind}: unknown. Maybe ${kinds.join(', ')}?`);
  const problem = shopProblem({
    kind: kind satisfies Kind,
    seed: numberOption('seed', values.seed, [0, Number.MAX_SAFE_INTEGER]),
    operations: numberOption('operations', values.operations, [1, 200_000]),
    calendar: !values['around-the-clock'],
  });
  output.result(`${JSON.stringify(problem)}\n`);
  return 0;
};

runAsMain(__filename, shopCommand);
