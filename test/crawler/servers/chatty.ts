// Chats between its messages, and answers all the same.
import { speakPages } from './speak.ts';

console.log('Starting up ...');
console.log('[1, 2');
speakPages(() => {
  console.log('null');
  return { tools: [{ name: 'fine' }] };
});
