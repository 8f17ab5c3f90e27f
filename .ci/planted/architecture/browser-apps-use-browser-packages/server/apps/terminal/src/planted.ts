import { planted } from '@nestjs/common';

export const used = planted;
