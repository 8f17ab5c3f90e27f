import { Injectable } from '@nestjs/common';

/** Work was left because the process ends; it is taken up again later. */
export class Interrupted extends Error {
  constructor() {
    super('left undone: the process ends');
  }
}

/** Tells long work that the process ends: what is taken up again later anyway stops at its next step, and what it has begun is rolled back. */
@Injectable()
export class Ending {
  private begun = false;

  /** From now on long work stops. */
  begin(): void {
    this.begun = true;
  }

  /** @throws Interrupted when the process ends */
  check(): void {
    if (this.begun) throw new Interrupted();
  }
}
