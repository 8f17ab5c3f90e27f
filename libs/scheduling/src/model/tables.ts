/** The ways to do each operation in compressed rows: modes of o are `from[o] … from[o + 1] − 1`. */
export interface Modes {
  readonly from: Int32Array;
  readonly station: Int32Array;
  readonly run: Int32Array;
  readonly setup: Int32Array;
  /** Row and column of the family in the station's changeover matrix; −1: the operation has no family there. */
  readonly family: Int32Array;
  /** Needs of mode i are `poolFrom[i] … poolFrom[i + 1] − 1`. */
  readonly poolFrom: Int32Array;
  readonly pool: Int32Array;
  readonly need: Int32Array;
}

/** The matrices of all stations in one table; `size[k]` 0: the station has none. */
export interface Changeovers {
  readonly size: Int32Array;
  readonly base: Int32Array;
  readonly seconds: Int32Array;
  /** Family set up at time 0 as a row of the station's matrix, −1: none. */
  readonly initial: Int32Array;
}
