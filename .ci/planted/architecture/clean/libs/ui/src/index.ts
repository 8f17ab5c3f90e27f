export * from './big-button';
