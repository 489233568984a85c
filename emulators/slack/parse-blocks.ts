import type { z } from 'zod';
import { Blocks, LONGEST_MARKDOWN, type KnownBlock } from './block-shapes.ts';
import { SlackError } from './errors.ts';

/** The blocks, each with its id, or `invalid_blocks` with a line for everything wrong with them, in Slack's words. */
export function parseBlocks(value: unknown): KnownBlock[] {
  const hasShape = Array.isArray(value) && value.every((block) => typeof block === 'object' && block !== null);
  if (!hasShape) throw new SlackError('invalid_blocks_format');
  const { data, error } = Blocks.safeParse(value, { reportInput: true });
  if (error !== undefined) throw new SlackError('invalid_blocks', error.issues.map(toProblem));
  const empty = data.findIndex((block) => block.type === 'section' && !block.text && !block.fields);
  if (empty >= 0) {
    throw new SlackError('invalid_blocks', [`missing required field: fields or text [json-pointer:/blocks/${empty}]`]);
  }
  const markdown = data.reduce((sum, block) => sum + (block.type === 'markdown' ? block.text.length : 0), 0);
  if (markdown > LONGEST_MARKDOWN) {
    throw new SlackError('invalid_blocks', [
      `must be less than ${LONGEST_MARKDOWN + 1} characters [json-pointer:/blocks]`,
    ]);
  }
  return data.map((block, index) => ({ ...block, block_id: block.block_id ?? `b${index + 1}` }));
}

function toProblem(issue: z.core.$ZodIssue): string {
  const path = ['blocks', ...issue.path.map(String)];
  const at = (place: string[]): string => `[json-pointer:/${place.join('/')}]`;
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? `must be less than ${Number(issue.maximum) + 1} characters ${at(path)}`
      : `no more than ${Number(issue.maximum)} items allowed ${at(path)}`;
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string'
      ? `must be more than ${Number(issue.minimum) - 1} characters ${at(path)}`
      : `no fewer than ${Number(issue.minimum)} items allowed ${at(path)}`;
  }
  if (issue.code === 'invalid_union') return `unsupported type: ${typeOf(issue.input)} ${at(path)}`;
  if (issue.code === 'unrecognized_keys') return `no more properties allowed: ${issue.keys.join(', ')} ${at(path)}`;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return `missing required field: ${path.at(-1) ?? ''} ${at(path.slice(0, -1))}`;
  }
  return `${issue.message} ${at(path)}`;
}

function typeOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : 'undefined';
}
