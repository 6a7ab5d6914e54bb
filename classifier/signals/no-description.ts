import { plainFinding, type Signal } from './reading/signal.ts';
import { isUndescribed } from '../../src/model/tool.ts';

/** The server publishes no description. */
export const noDescription: Signal = {
  id: 'no-description',
  look: ({ tool }) =>
    plainFinding(isUndescribed(tool) ? [{ id: 'no-description', at: '/description', quote: '' }] : []),
};
