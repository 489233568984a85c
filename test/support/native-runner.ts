import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What of Jest's runtime decides how a test file is loaded. */
interface Runtime {
  unstable_shouldLoadAsEsm(path: string): boolean;
  unstable_importModule(path: string): Promise<unknown>;
}

/** The context of a run, where Jest puts its functions. */
interface Environment {
  global: Record<string, unknown>;
  handleTestEvent?: (event: TestEvent) => void;
}

/** What is about to run, with the milliseconds that it may take, if it says so. */
interface TestEvent {
  name: string;
  test?: { timeout?: number };
  hook?: { timeout?: number };
}

type Circus = (
  globalConfig: unknown,
  config: unknown,
  environment: Environment,
  runtime: Runtime,
  path: string,
  send: unknown,
) => Promise<unknown>;

/** Milliseconds that any test may take. What it asks for itself may be too little on a busy machine. */
const PATIENCE = 300_000;
const JEST_GLOBALS = 'jest-globals:';
const NAMES = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'test'];
const { default: circus } = createRequire(import.meta.url)('jest-circus/runner') as { default: Circus };
/** What `expect.any` compares with; a context has its own of each. */
const TYPES = { Array, BigInt, Boolean, Function, Number, Object, String, Symbol };
const environments = new Map<string, Environment>();

/**
 * Jest's own runner of tests, but for how a test file is loaded: by Node, as `npm start` is. Jest itself would load each
 * module anew for each test file, into a context where code runs slower; so the test files that one worker runs share
 * what they test.
 *
 * A worker can run a file only once, which rules out `--watch`, and no module can be mocked.
 */
const runNatively: Circus = async (globalConfig, config, environment, runtime, path, send) => {
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = async (file) => (await import(pathToFileURL(file).href)) as unknown;
  environments.set(path, environment);
  Object.assign(environment.global, TYPES);
  environment.handleTestEvent = bePatient;
  return circus(globalConfig, config, environment, runtime, path, send);
};

export default runNatively;

function bePatient({ name, test, hook }: TestEvent): void {
  const about = name === 'test_fn_start' ? test : name === 'hook_start' ? hook : undefined;
  if (about !== undefined) about.timeout = Math.max(about.timeout ?? 0, PATIENCE);
}

/** What `@jest/globals` gives to a test file: the functions of its own run. */
export function globalsOf(path: string): Readonly<Record<string, unknown>> {
  const environment = environments.get(path);
  if (environment === undefined) throw new Error(`@jest/globals is for test files, and ${path} is none`);
  return environment.global;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== '@jest/globals' || context.parentURL === undefined) return next(specifier, context);
    return { url: JEST_GLOBALS + fileURLToPath(context.parentURL), format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.startsWith(JEST_GLOBALS)) return next(url, context);
    const path = JSON.stringify(url.slice(JEST_GLOBALS.length));
    const source = `import { globalsOf } from ${JSON.stringify(import.meta.url)};
      export const { ${NAMES.join(', ')} } = globalsOf(${path});`;
    return { format: 'module', source, shortCircuit: true };
  },
});
