/**
 * Requests that ask for a promise take turns: each plans while it holds a database connection and the stock of its items,
 * so more of them at once would only wait for one another, and for longer. To be spread into `@InTurn`.
 */
export const PROMISES = ['promises', 3] as const;
