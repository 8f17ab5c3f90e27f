import { connect } from '../kit/connect';

export const oven = [connect];
