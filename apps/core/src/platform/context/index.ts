export {
  currentCaller,
  currentContext,
  noteForAudit,
  systemCaller,
  withContext,
  type Caller,
  type RequestContext,
} from './request-context';
export { languageOf } from './language';
