export { createSlackClient, type ChannelMessage, type FoundMessage, type SlackClient } from './client.ts';
export { type Examination } from './examine.ts';
export { DeliveryUnknownError } from './explain.ts';
