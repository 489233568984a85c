import { z } from 'zod';

/** What a Bayeux client sends. https://docs.cometd.org/current/reference/#_bayeux */
export const Message = z.looseObject({
  channel: z.string(),
  id: z.union([z.string(), z.number()]).optional(),
  clientId: z.string().optional(),
  subscription: z.string().optional(),
  connectionType: z.string().optional(),
  ext: z.looseObject({ replay: z.record(z.string(), z.number()).optional() }).optional(),
});
export type Message = z.infer<typeof Message>;

/** One message or several, as they come in a request. */
export const Messages = z.union([z.array(Message), Message.transform((message) => [message])]);

/** An answer to a message, or an event. */
export type Reply = Record<string, unknown>;

const EXTENSIONS = { replay: true, 'payload.format': true };
const LONG_POLL_ADVICE = { interval: 0, timeout: 110_000, reconnect: 'retry' };

/** How long a client is kept waiting for events, in milliseconds. */
export const LONG_POLL = LONG_POLL_ADVICE.timeout;

function answer(message: Message, content: Reply): Reply {
  return { ...content, channel: message.channel, ...(message.id !== undefined && { id: message.id }) };
}

export function shakenHands(message: Message, clientId: string): Reply {
  return answer(message, {
    ext: EXTENSIONS,
    minimumVersion: '1.0',
    version: '1.0',
    clientId,
    supportedConnectionTypes: ['long-polling'],
    successful: true,
  });
}

/** `401::Authentication invalid` is the reason, and the error says only that the handshake was denied. */
export function handshakeDenied(message: Message, failureReason: string): Reply {
  return answer(message, {
    ext: { sfdc: { failureReason }, ...EXTENSIONS },
    advice: { reconnect: 'none' },
    error: '403::Handshake denied',
    successful: false,
  });
}

export function connected(message: Message, clientId: string): Reply {
  return answer(message, { clientId, advice: LONG_POLL_ADVICE, successful: true });
}

export function done(message: Message, clientId: string): Reply {
  const { subscription } = message;
  return answer(message, { clientId, ...(subscription !== undefined && { subscription }), successful: true });
}

/** An error as `403::Unknown client`, with what the client had better do. */
export function failed(message: Message, error: string, reconnect?: 'handshake' | 'none'): Reply {
  const { clientId, subscription } = message;
  return answer(message, {
    ...(clientId !== undefined && { clientId }),
    ...(subscription !== undefined && { subscription }),
    ...(reconnect !== undefined && { advice: { interval: 0, reconnect } }),
    error,
    successful: false,
  });
}
