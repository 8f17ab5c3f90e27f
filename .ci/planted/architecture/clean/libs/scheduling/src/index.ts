export * from './solve';
