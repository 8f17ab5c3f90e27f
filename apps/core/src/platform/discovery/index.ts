export { demandOneEach, discover, type Discovered } from './discover';
