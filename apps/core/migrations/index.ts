import { CreatePlatform1764000000000 } from './1764000000000-create-platform';
import { CreatePlantAndAccess1795335765478 } from './1795335765478-create-plant-and-access';
import { CreateChannel1795335892178 } from './1795335892178-create-channel';

/** Every migration, oldest first; append only. */
export const migrations = [
  CreatePlatform1764000000000,
  CreatePlantAndAccess1795335765478,
  CreateChannel1795335892178,
] as const;
