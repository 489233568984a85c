import { z } from 'zod';

/** Characters of all Markdown blocks of one message. */
export const LONGEST_MARKDOWN = 12_000;

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

const picture = { type: z.literal('image'), image_url: text(3000), alt_text: text(2000) };
const image = z.strictObject(picture);

const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const interactive = { action_id: text(255).optional(), confirm: confirm.optional() };

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  ...interactive,
  url: text(3000).optional(),
  value: text(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: text(75).optional(),
});

const option = { text: plainText(75), value: text(150), description: plainText(75).optional() };
const select = z.strictObject({
  type: z.literal('static_select'),
  ...interactive,
  placeholder: plainText(150).optional(),
  options: z.array(z.strictObject(option)).min(1).max(100),
  initial_option: z.strictObject(option).optional(),
  focus_on_load: z.boolean().optional(),
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...interactive,
  options: z
    .array(z.strictObject({ ...option, url: text(3000).optional() }))
    .min(1)
    .max(5),
});

const blockId = { block_id: text(255).optional() };

const header = z.strictObject({ type: z.literal('header'), text: plainText(150), ...blockId });
const divider = z.strictObject({ type: z.literal('divider'), ...blockId });
const imageBlock = z.strictObject({ ...picture, title: plainText(2000).optional(), ...blockId });
const markdownBlock = z.strictObject({ type: z.literal('markdown'), text: text(LONGEST_MARKDOWN), ...blockId });
const section = z.strictObject({
  type: z.literal('section'),
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
  accessory: z.discriminatedUnion('type', [button, select, overflow, image]).optional(),
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
    .array(z.discriminatedUnion('type', [button, select, overflow]))
    .min(1)
    .max(25),
  ...blockId,
});

/** One block of the kinds that this emulator shows, within the limits that Block Kit states. */
export const KnownBlock = z.discriminatedUnion('type', [
  header,
  section,
  context,
  actions,
  divider,
  imageBlock,
  markdownBlock,
]);
export type KnownBlock = z.infer<typeof KnownBlock>;

/** A text object, plain or in Slack's own markup. */
export type TextObject = z.infer<ReturnType<typeof anyText>>;
export type Button = z.infer<typeof button>;
export type Image = z.infer<typeof image>;
export type Select = z.infer<typeof select>;
export type Overflow = z.infer<typeof overflow>;

/** The blocks of one message. */
export const Blocks = z.array(KnownBlock).max(50);
