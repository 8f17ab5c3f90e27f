/** A changeover matrix while it is typed: minutes as text, row: from, column: to. */
export interface Matrix {
  readonly families: readonly string[];
  readonly minutes: readonly (readonly string[])[];
}

/** A matrix as its fields show it. */
export function matrixOf(families: readonly string[], seconds: readonly (readonly number[])[]): Matrix {
  return { families, minutes: seconds.map((row) => row.map((sec) => String(Math.round(sec / 6) / 10))) };
}

/** Adds a family: changing to and from it takes as long as typed, nothing at first. */
export function withFamily({ families, minutes }: Matrix, family: string): Matrix {
  if (family === '' || families.includes(family)) return { families, minutes };
  const wider = minutes.map((row) => [...row, '0']);
  return { families: [...families, family], minutes: [...wider, [...families, family].map(() => '0')] };
}

/** Takes a family out. */
export function withoutFamily({ families, minutes }: Matrix, family: string): Matrix {
  const at = families.indexOf(family);
  if (at < 0) return { families, minutes };
  const keep = <T>(list: readonly T[]) => list.filter((_, place) => place !== at);
  return { families: keep(families), minutes: keep(minutes).map(keep) };
}

/** Puts one time. */
export function withMinutes(matrix: Matrix, from: number, to: number, text: string): Matrix {
  return {
    ...matrix,
    minutes: matrix.minutes.map((row, at) =>
      at === from ? row.map((cell, place) => (place === to ? text : cell)) : row,
    ),
  };
}

/** The seconds that are sent. */
export function secondsOf({ minutes }: Matrix): number[][] {
  return minutes.map((row) => row.map((text) => Math.round(Number(text || 0) * 60)));
}
