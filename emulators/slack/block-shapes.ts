import { z } from 'zod';

/** Text of at most so many characters, never empty. */
function text(length: number): z.ZodString {
  return z.string().min(1).max(length);
}

function plainText(length: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: text(length), emoji: z.boolean().optional() });
}

function markdown(length: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: text(length), verbatim: z.boolean().optional() });
}

function anyText(length: number) {
  return z.discriminatedUnion('type', [plainText(length), markdown(length)]);
}

const image = z.strictObject({ type: z.literal('image'), image_url: text(3000), alt_text: text(2000) });

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: text(255).optional(),
  url: text(3000).optional(),
  value: text(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: text(75).optional(),
});

const blockId = { block_id: text(255).optional() };

const header = z.strictObject({ type: z.literal('header'), text: plainText(150), ...blockId });
const divider = z.strictObject({ type: z.literal('divider'), ...blockId });
const section = z.strictObject({
  type: z.literal('section'),
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
  accessory: z.discriminatedUnion('type', [button, image]).optional(),
  expand: z.boolean().optional(),
  ...blockId,
});
const context = z.strictObject({
  type: z.literal('context'),
  elements: z
    .array(z.discriminatedUnion('type', [image, ...anyText(2000).options]))
    .min(1)
    .max(10),
  ...blockId,
});
const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z
    .array(z.discriminatedUnion('type', [button]))
    .min(1)
    .max(25),
  ...blockId,
});

/** One block of the kinds that this emulator shows, within the limits that Block Kit states. */
export const KnownBlock = z.discriminatedUnion('type', [header, section, context, actions, divider]);
export type KnownBlock = z.infer<typeof KnownBlock>;

/** A text object, plain or in Slack's own markup. */
export type TextObject = z.infer<ReturnType<typeof anyText>>;
export type Button = z.infer<typeof button>;
export type Image = z.infer<typeof image>;

/** The blocks of one message. */
export const Blocks = z.array(KnownBlock).max(50);
