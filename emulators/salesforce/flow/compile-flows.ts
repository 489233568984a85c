import { compilePath } from './compile-paths.ts';
import { compileSchedule } from './compile-schedule.ts';
import { compileStart, createScope } from './compile-start.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { draftElements, Program, type CalledFlow, type ElementDraft, type FindFlow } from './elements/index.ts';
import { FlowError, FlowProblem } from './errors.ts';
import type { FlowEnvironment } from './ports.ts';
import { compileInitialValues, declareResources, type Scope } from './resources/index.ts';
import type { FlowSource, ReadFlow } from './source/index.ts';

/** Checks flows as deploying them does, and makes them ready to run. Throws FlowError for the first that is not sound. */
export function compileFlows(files: ReadFlow[], environment: FlowEnvironment): CompiledFlow[] {
  const sources = new Map(files.map((file) => [file.name.toLowerCase(), file]));
  const compiled = new Map<string, CompiledFlow | 'being compiled'>();

  function find(name: string): CompiledFlow | undefined {
    const key = name.toLowerCase();
    const found = compiled.get(key);
    if (found === 'being compiled') throw new FlowProblem(`the flow ${name} calls itself, which is not supported`);
    const file = sources.get(key);
    if (found !== undefined || file === undefined) return found;
    compiled.set(key, 'being compiled');
    const flow = compileFlow(file.name, file.source, environment, findCalled);
    compiled.set(key, flow);
    return flow;
  }

  function findCalled(name: string): CalledFlow {
    const flow = find(name);
    if (flow?.triggerType !== 'Autolaunched') throw new FlowProblem(`there is no autolaunched flow ${name}`);
    if (!flow.isActive) throw new FlowProblem(`the flow ${name} is not active`);
    return flow.called;
  }

  return files.map(({ name }) => find(name)).filter((flow) => flow !== undefined);
}

function compileFlow(
  component: string,
  source: FlowSource,
  environment: FlowEnvironment,
  findFlow: FindFlow,
): CompiledFlow {
  const at = <Result>(element: string | undefined, work: () => Result): Result => locate(component, element, work);
  const scope = at(undefined, () => createScope(environment, source.start));
  const drafts = draftElements(scope, source, findFlow);
  at(undefined, () => requireUniqueNames(source, drafts));
  declareResources(scope, source);
  for (const draft of drafts) {
    scope.declareElement(draft.name);
    at(draft.name, () => draft.declare());
  }
  for (const { name } of resourcesOf(source)) at(name, () => scope.resolve(name));

  const start = at('start', () => compileStart(scope, source.start));
  const schedule = at('start', () => compileSchedule(scope, source.start));
  const elements = drafts.map((draft) => at(draft.name, () => draft.compile()));
  for (const { name, targets } of elements) at(name, () => requireElements(scope, targets));
  const paths = source.start.scheduledPaths.map((path) => at(path.name, () => compilePath(scope, path)));
  const entries = [source.start.connector, ...paths.map(({ from }) => from)];
  at('start', () =>
    requireElements(
      scope,
      entries.filter((target) => target !== undefined),
    ),
  );
  const initialize = at(undefined, () => compileInitialValues(scope, source.variables));
  const program = new Program(elements, source.start.connector, initialize);
  return {
    name: component,
    label: source.label,
    isActive: source.status === 'Active',
    triggerOrder: source.triggerOrder,
    triggerType: scope.triggerType,
    start,
    schedule,
    program,
    paths,
    called: toCalled(scope, source, program),
  };
}

function locate<Result>(component: string, element: string | undefined, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FlowProblem)) throw error;
    throw new FlowError(component, element, error.message, { cause: error });
  }
}

function resourcesOf({ variables, constants, formulas, textTemplates }: FlowSource): { name: string }[] {
  return [...variables, ...constants, ...formulas, ...textTemplates];
}

function requireUniqueNames(source: FlowSource, drafts: ElementDraft[]): void {
  const names = [
    ...resourcesOf(source).map(({ name }) => name),
    ...drafts.flatMap(({ name, ownNames }) => [name, ...ownNames]),
  ];
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw new FlowProblem(`the name ${name} is used more than once`);
    seen.add(name.toLowerCase());
  }
}

function requireElements(scope: Scope, targets: readonly string[]): void {
  const missing = targets.find((target) => !scope.hasElement(target));
  if (missing !== undefined) throw new FlowProblem(`there is no element ${missing} to go to`);
}

function toCalled(scope: Scope, { variables }: FlowSource, program: Program): CalledFlow {
  const inputs = variables.filter(({ isInput }) => isInput);
  const outputs = variables.filter(({ isOutput }) => isOutput);
  return {
    program,
    inputs: new Map(inputs.map(({ name }) => [name.toLowerCase(), scope.resolveTarget(name)])),
    outputs: new Map(outputs.map(({ name }) => [name.toLowerCase(), scope.resolve(name)])),
  };
}
