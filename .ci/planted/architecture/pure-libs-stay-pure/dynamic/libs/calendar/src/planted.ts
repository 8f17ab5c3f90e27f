export const used = () => import('mqtt');
