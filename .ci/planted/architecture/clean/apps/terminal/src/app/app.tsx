import { Operations } from '../features/operation/operations';
import { Stops } from '../features/stop/stops';

export const App = [Operations, Stops];
