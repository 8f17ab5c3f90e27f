import type { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** A method of a provider or controller that carries a piece of metadata. */
export interface Discovered<T> {
  readonly value: T;
  readonly owner: string;
  readonly call: (...args: unknown[]) => unknown;
}

/** Finds every method that carries the metadata `key`, in providers and controllers. */
export function discover<T>(
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  key: string,
): Discovered<T>[] {
  const found: Discovered<T>[] = [];
  for (const wrapper of [...discovery.getProviders(), ...discovery.getControllers()]) {
    const instance = wrapper.instance as Record<string, unknown> | null | undefined;
    if (!instance || typeof instance !== 'object' || !wrapper.isDependencyTreeStatic()) continue;
    const prototype = Object.getPrototypeOf(instance) as object | null;
    if (!prototype || prototype === Object.prototype) continue;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = instance[method];
      const value =
        typeof handler === 'function' ? (Reflect.getMetadata(key, handler) as T | undefined) : undefined;
      if (value === undefined) continue;
      found.push({
        value,
        owner: `${instance.constructor.name}.${method}`,
        call: (...args) => (handler as (...a: unknown[]) => unknown).apply(instance, args),
      });
    }
  }
  return found;
}

/**
 * Checks that every name of a list has exactly one handler.
 * @throws Error naming those without, with two, and handlers of unknown names
 */
export function demandOneEach(
  kind: string,
  names: readonly string[],
  found: readonly Discovered<string>[],
): Map<string, Discovered<string>> {
  const faults: string[] = [];
  const byName = new Map<string, Discovered<string>>();
  for (const handler of found) {
    if (!names.includes(handler.value))
      faults.push(`${handler.owner} handles the unknown ${kind} ${handler.value}`);
    const other = byName.get(handler.value);
    if (other) faults.push(`${kind} ${handler.value} has two handlers: ${other.owner} and ${handler.owner}`);
    byName.set(handler.value, handler);
  }
  for (const name of names) if (!byName.has(name)) faults.push(`${kind} ${name} has no handler`);
  if (faults.length > 0)
    throw new Error(
      `Core does not start:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nMaybe a module is missing in app.module.ts.`,
    );
  return byName;
}
