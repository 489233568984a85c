export { draftElements, type ElementDraft } from './compile-elements.ts';
export type { Element, Next } from './element.ts';
export { Program } from './program.ts';
export type { CalledFlow, FindFlow } from './subflow.ts';
