import request from 'supertest';
import { AppModule } from '../src/app.module';
import { connect } from '../../../devices/kit/connect';

export const factory = [request, AppModule, connect];
