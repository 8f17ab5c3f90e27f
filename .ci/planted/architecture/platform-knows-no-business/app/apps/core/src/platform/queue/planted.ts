import { planted } from '../../app.module';

export const used = planted;
