import { formIn, type Fault, type Form, type Language } from '@takt/contracts';
import { currentContext } from '../context';
import { ProblemException } from './problem.exception';

const VALUE_MAX = 200;

interface MisfitFacts {
  /** language of the reader; that of the request which is being served unless told */
  readonly language?: Language;
  /** what the places of the words are filled with */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly value?: string | undefined;
}

/**
 * A fault of a request that its schema does not see.
 * @param path where it stands: `query.filter.from`
 * @param words what the value has to be like
 */
export function misfit(path: string, words: Form, { language, facts = {}, value }: MisfitFacts = {}): Fault {
  const reader = language ?? currentContext()?.language ?? 'en';
  return {
    path,
    code: 'custom',
    message: formIn(words, facts, reader) ?? words,
    ...(value === undefined ? {} : { value: value.slice(0, VALUE_MAX) }),
  };
}

/** Like {@link misfit}, as what the caller is answered: request.invalid. */
export function misfitProblem(path: string, words: Form, value?: string): ProblemException {
  return ProblemException.ofFaults([misfit(path, words, { value })]);
}
