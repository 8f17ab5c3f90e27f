import { BigButton } from '@takt/ui';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../components/card';
import { startOperation } from './api/start-operation';

export const Operations = [BigButton, useQuery, Card, startOperation];
