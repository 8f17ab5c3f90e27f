export { Database } from './database';
export { Tx, type PendingEvent } from './tx';
export { appOptions, migrate, type DatabaseAddress, type Entity, type Migration } from './data-source';
export { APP_ROLE, protect } from './roles';
export { DATABASE_URL, OUTBOX_CHANNEL } from './outbox-channel';
export { entityDiff } from './entity-diff';
export { putRevised, type Revised, type RevisedWrite } from './revised';
export { likePattern } from './like';
export { insertMany, putMany } from './put-many';
