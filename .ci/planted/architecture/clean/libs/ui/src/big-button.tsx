import { Button } from '@mantine/core';
import { type Operation } from '@takt/contracts';
import { useState } from 'react';
import './big-button.css';

export const BigButton = (operation: Operation) => [Button, useState, operation];
