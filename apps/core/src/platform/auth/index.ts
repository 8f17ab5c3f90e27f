export { AccessGuard } from './access.guard';
export { ChannelAuth, TokenAuth, type AcceptedToken, type SignedMessage } from './token-auth';
