/** Something that the command bar can do or open. */
export interface Command {
  readonly id: string;
  /** what it is called, in the reader's language */
  readonly title: string;
  /** heading it stands under: pages, orders, actions */
  readonly group: string;
  /** other words by which it is found */
  readonly words?: string;
  /** key that does the same */
  readonly shortcut?: string;
  readonly run: () => void;
}

/** Lower is better; undefined: no match. */
function distance(text: string, query: string): number | undefined {
  const at = text.indexOf(query);
  if (at === 0) return 0;
  if (at > 0) return /[\s\-./_·]/.test(text[at - 1] ?? '') ? 1 : 2;
  let from = 0;
  for (const sign of query) {
    const found = text.indexOf(sign, from);
    if (found < 0) return undefined;
    from = found + 1;
  }
  return 4 + (from - query.length) / 100;
}

/** A word beside the title counts less than the title. */
function scoreOf(command: Command, part: string): number | undefined {
  const inTitle = distance(command.title.toLowerCase(), part);
  if (inTitle !== undefined) return inTitle;
  const beside = distance(`${command.words ?? ''} ${command.group}`.toLowerCase(), part);
  return beside === undefined ? undefined : beside + 5;
}

/**
 * Finds commands: by beginning, by a word, by a part, or by letters in sequence; every word of the query has to fit.
 * @param commands what can be done
 * @param query what was typed
 * @param recent ids used lately, the last one first: they win among equals
 * @param limit most results
 * @returns the best first
 */
export function rankCommands(
  commands: readonly Command[],
  query: string,
  recent: readonly string[] = [],
  limit = 12,
): readonly Command[] {
  const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
  const age = (id: string) => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  return commands
    .flatMap((command, place) => {
      const scores = parts.map((part) => scoreOf(command, part));
      if (scores.includes(undefined)) return [];
      return [{ command, place, score: scores.reduce<number>((sum, each) => sum + (each ?? 0), 0) }];
    })
    .sort((a, b) => a.score - b.score || age(a.command.id) - age(b.command.id) || a.place - b.place)
    .slice(0, limit)
    .map(({ command }) => command);
}

/**
 * Puts found commands under their headings: the heading with the best find first, the order inside kept.
 * @param found ranked commands
 */
export function byGroup(found: readonly Command[]): readonly Command[] {
  const groups = new Map<string, Command[]>();
  for (const command of found) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups.values()].flat();
}
