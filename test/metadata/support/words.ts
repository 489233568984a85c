import { parseSync, traverse, types, type NodePath } from '@babel/core';

/** Attributes whose values are shown or read aloud. */
const SPOKEN =
  /^(label|title|alt|text|heading|placeholder|alternative-text|aria-(label|description|roledescription|valuetext)|field-level-help|message-when-[a-z-]+|date-style-placeholder)$/;

/** Names of properties that hold what is shown or read aloud. */
const SPOKEN_NAME = /(label|title|heading|message|placeholder|text|words|help|announcement|summary|description)$/i;

const WORD = /\p{L}{2,}/u;
const TWO_WORDS = /\p{L}{2,}[^\p{L}<>[\]{}#.=:]*\s+[^\p{L}<>[\]{}#.=:]*\p{L}{2,}/u;

/** What a template says by itself: its texts, and `name="value"` of each attribute that people see or hear. */
export function wordsOfTemplate(template: string): string[] {
  const withoutComments = template.replace(/<!--.*?-->/gs, '');
  const parts = withoutComments.split(/(<(?:"[^"]*"|[^>"])*>)/);
  return parts.flatMap((part) => (part.startsWith('<') ? spokenAttributes(part) : spokenText(part)));
}

function spokenText(text: string): string[] {
  const words = text
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return WORD.test(words) ? [words] : [];
}

function spokenAttributes(tag: string): string[] {
  return [...tag.matchAll(/\s([a-z-]+)="([^"]*)"/g)].flatMap(([, name = '', value = '']) =>
    SPOKEN.test(name) && WORD.test(value) ? [`${name}="${value}"`] : [],
  );
}

/**
 * What a module says by itself: sentences wherever they stand, and single words where the name of what holds them says that
 * they are shown. Names of classes of the
 * design system, what is compared and what is thrown at programmers are none.
 */
export function wordsOfModule(source: string): string[] {
  const words: string[] = [];
  const add = (path: NodePath, text: string): void => {
    if (!isImport(path) && !isCompared(path) && !isThrown(path) && isSpoken(path, text)) words.push(text.trim());
  };
  const parsed = parseSync(source, {
    configFile: false,
    babelrc: false,
    sourceType: 'module',
    parserOpts: { plugins: [['decorators', { decoratorsBeforeExport: false }]] },
  });
  if (parsed === null) return [];
  traverse(parsed, {
    StringLiteral: (path) => add(path, path.node.value),
    TemplateElement: (path) => add(path, path.node.value.cooked ?? ''),
  });
  return words;
}

function isSpoken(path: NodePath, text: string): boolean {
  if (isListOfNames(text)) return false;
  return TWO_WORDS.test(text) || (WORD.test(text) && /^\p{Lu}/u.test(text) && SPOKEN_NAME.test(holderOf(path) ?? ''));
}

// What is compared, and keys of objects.
function isCompared({ parent, key }: NodePath): boolean {
  return (
    types.isBinaryExpression(parent) ||
    (types.isObjectProperty(parent) && key === 'key') ||
    types.isMemberExpression(parent)
  );
}

// Classes, API names and keys: one of them at least is joined up by a dash or an underscore, and nothing else is between.
function isListOfNames(text: string): boolean {
  const names = text.split(/\s+/).filter((name) => name !== '');
  return names.every((name) => /^[\w-]+$/.test(name)) && names.some((name) => /[_-]/.test(name));
}

function isImport({ parent }: NodePath): boolean {
  return (
    types.isImportDeclaration(parent) || types.isExportNamedDeclaration(parent) || types.isExportAllDeclaration(parent)
  );
}

function isThrown(path: NodePath): boolean {
  return path.findParent(({ node }) => types.isThrowStatement(node)) !== null;
}

/** The name of the property, variable or getter that holds a value. */
function holderOf(path: NodePath): string | undefined {
  const holder = path.findParent(
    ({ node }) =>
      types.isObjectProperty(node) ||
      types.isAssignmentExpression(node) ||
      types.isVariableDeclarator(node) ||
      types.isClassProperty(node) ||
      types.isReturnStatement(node),
  )?.node;
  if (types.isObjectProperty(holder) || types.isClassProperty(holder)) return nameOf(holder.key);
  if (types.isVariableDeclarator(holder)) return nameOf(holder.id);
  if (types.isAssignmentExpression(holder)) {
    return types.isMemberExpression(holder.left) ? nameOf(holder.left.property) : nameOf(holder.left);
  }
  const method = path.findParent(({ node }) => types.isClassMethod(node, { kind: 'get' }))?.node;
  return types.isClassMethod(method) ? nameOf(method.key) : undefined;
}

function nameOf(node: types.Node): string | undefined {
  return types.isIdentifier(node) ? node.name : undefined;
}
