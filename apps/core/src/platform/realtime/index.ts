export { FloorGateway, roomsOf } from './floor-gateway';
export { OnSocket } from './on-socket.decorator';
export { Realtime } from './realtime';
