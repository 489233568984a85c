import { FlowProblem } from '../errors.ts';
import { startInterview, type Interview } from '../interview.ts';
import { compileInto, kept, type Reference, type Scope } from '../resources/index.ts';
import type { SubflowSource } from '../source/index.ts';
import { conversion, type FlowType } from '../values/index.ts';
import type { Element } from './element.ts';
import type { Program } from './program.ts';

/** What a flow that is called looks like to its caller. */
export interface CalledFlow {
  readonly program: Program;
  readonly inputs: ReadonlyMap<string, Reference & Required<Pick<Reference, 'write'>>>;
  readonly outputs: ReadonlyMap<string, Reference>;
}

/** Throws FlowProblem when there is no such flow to call. */
export type FindFlow = (name: string) => CalledFlow;

/** Makes `Subflow.variable` stand for what comes out, where that is stored automatically. */
export function declareOutputs(scope: Scope, source: SubflowSource, findFlow: FindFlow): void {
  if (!source.storeOutputAutomatically) return;
  for (const { text, type } of findFlow(source.flowName).outputs.values()) {
    const name = `${source.name}.${text}`;
    scope.declare(name, () => kept(name, type));
  }
}

/** Runs another flow on its own variables. A fault in it is a fault here, and there is no path for it. */
export function compileSubflow(scope: Scope, source: SubflowSource, findFlow: FindFlow): Element {
  const { name, connector, flowName } = source;
  const called = findFlow(flowName);
  const inputs = source.inputAssignments.map(({ name: input, value }) => {
    const target = called.inputs.get(input.toLowerCase());
    if (target === undefined) throw new FlowProblem(`the flow ${flowName} has no input ${input}`);
    return { target, read: compileInto(scope, value, target.type) };
  });
  const outputs = compileOutputs(scope, source, called);
  return {
    name,
    targets: connector === undefined ? [] : [connector],
    *run(interview) {
      const inner = startInterview(interview, undefined);
      called.program.initialize(inner);
      for (const { target, read } of inputs) target.write(inner, read(interview));
      yield* called.program.run(inner);
      for (const output of outputs) output(interview, inner);
      return connector;
    },
  };
}

type Output = (interview: Interview, inner: Interview) => void;

function compileOutputs(scope: Scope, source: SubflowSource, { outputs }: CalledFlow): Output[] {
  const assigned = source.outputAssignments.map(({ name, assignToReference }): Output => {
    const output = outputs.get(name.toLowerCase());
    if (output === undefined) throw new FlowProblem(`the flow ${source.flowName} has no output ${name}`);
    const target = scope.resolveTarget(assignToReference);
    return transfer(output, target.type, target.write);
  });
  if (!source.storeOutputAutomatically) return assigned;
  const stored = [...outputs.values()].map((output): Output => {
    const target = scope.resolveTarget(`${source.name}.${output.text}`);
    return transfer(output, target.type, target.write);
  });
  return [...assigned, ...stored];
}

function transfer(output: Reference, type: FlowType, write: NonNullable<Reference['write']>): Output {
  const convert = conversion(output.type, type);
  return (interview, inner) => write(interview, convert(output.read(inner)));
}
