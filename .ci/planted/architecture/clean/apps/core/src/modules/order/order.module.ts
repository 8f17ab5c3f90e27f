import { Module } from '@nestjs/common';
import { OrderRepository } from './order.repository';

export const OrderModule = [Module, OrderRepository];
