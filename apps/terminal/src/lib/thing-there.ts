import { Id, inventoryRoutes, operationRoutes, workOrderRoutes } from '@takt/contracts';
import { ProblemError } from '@takt/ui';
import { runtime } from './runtime';
import type { ScanKind } from './scan-code';

/** Nobody waits longer for core at the scanner, in real ms. */
const OPTIONS = { timeoutMs: 4000 };

/** What would break the question has its own signs. */
const ASKABLE = /^[\w./-]{1,60}$/;

/** Is there a lot by this name? Lots that people have named need no prefix then. */
async function lot(id: string): Promise<boolean | undefined> {
  if (!ASKABLE.test(id)) return Id.safeParse(id).success ? undefined : false;
  const { items } = await runtime.api.call(
    inventoryRoutes.lots,
    { query: { filter: `id:${id}`, limit: 1 } },
    OPTIONS,
  );
  return items.length > 0;
}

/** Was something found, or was it core that did not know it? @throws what else went wrong */
async function found(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return false;
    throw error;
  }
}

const lookUps: Partial<Record<ScanKind, (id: string) => Promise<boolean | undefined>>> = {
  lot,
  operation: (id) => found(runtime.api.call(operationRoutes.get, { params: { operation: id } }, OPTIONS)),
  'work-order': (id) => found(runtime.api.call(workOrderRoutes.get, { params: { workOrder: id } }, OPTIONS)),
};

/**
 * Does core know the thing that a code names, in these letters or in capitals?
 * @param kind what it is
 * @param id without its prefix
 * @returns undefined: nobody can tell now, or this screen may not ask
 */
export async function isThere(kind: ScanKind, id: string): Promise<boolean | undefined> {
  const lookUp = lookUps[kind];
  if (!lookUp) return undefined;
  try {
    return (await lookUp(id)) || (id !== id.toUpperCase() && (await lookUp(id.toUpperCase())));
  } catch {
    return undefined;
  }
}
