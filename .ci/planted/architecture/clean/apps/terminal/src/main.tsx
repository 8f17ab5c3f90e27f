import { createRoot } from 'react-dom/client';
import { App } from './app/app';

export const start = [createRoot, App];
