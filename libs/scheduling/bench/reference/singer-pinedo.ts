import type { Known } from '../best-known';

/** Base instances in the order of the rows below. */
const bases =
  'abz5 abz6 la16 la17 la18 la19 la20 la21 la22 la23 la24 ft10 orb01 orb02 orb03 orb04 orb05 orb06 orb07 orb08 orb09 orb10';
const values: Record<string, string> = {
  '1.3':
    '1403 436 1169 899 929 948 805 463 1064 835 835 1363 2568 1408 2111 1623 1593 1790 590 2429 1316 1679',
  '1.5': '69 0 166 260 34 21 0 0 196 2 82 394 1098 292 918 358 405 426 50 1023 297 346',
  '1.6': '0 0 0 65 0 0 0 0 0 0 0 141 566 44 422 66 163 28 0 621 66 76',
};

/**
 * Best known total weighted tardiness of the 66 instances of Singer & Pinedo, by `base-ffactor`. Five of them have not been
 * confirmed by an exact method.
 *
 * @see Singer & Pinedo 1998; Mati, Dauzère-Pérès & Lahlou 2011, "A general approach for optimizing regular criteria in the
 *   job-shop scheduling problem"; Kuhpfahl & Bierwirth 2016, "A study on local search neighborhoods for the job shop scheduling
 *   problem with total weighted tardiness objective"
 */
export const singerPinedo: ReadonlyMap<string, Known> = new Map(
  Object.entries(values).flatMap(([factor, row]) => {
    const numbers = row.split(' ').map(Number);
    return bases
      .split(' ')
      .map((base, i): [string, Known] => [`${base}-f${factor}`, { bestKnown: numbers[i] }]);
  }),
);
