import { planted } from 'no-such-package-anywhere';

export const used = planted;
