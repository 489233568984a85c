export { createSlackClient, DeliveryUnknownError, type ChannelMessage, type SlackClient } from './client.ts';
