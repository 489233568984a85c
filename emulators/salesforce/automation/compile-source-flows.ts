import {
  compileFlows,
  FlowError,
  readFlow,
  type CompiledFlow,
  type FlowEnvironment,
  type ReadFlow,
} from '../flow/index.ts';
import { DeployError, type FlowSourceFile } from '../schema/index.ts';

/** A flow of the source that was read. */
export interface SourceFlow extends ReadFlow {
  path: string;
}

/** Reads the flows of the source. Throws DeployError, which names the file, the flow and its element. */
export function readSourceFlows(files: FlowSourceFile[]): SourceFlow[] {
  return naming(files, () => files.map(({ path, name, xml }) => ({ path, ...readFlow({ name, xml }) })));
}

/** Makes the flows of the source ready to run. Throws DeployError, which names the file, the flow and its element. */
export function compileSourceFlows(flows: SourceFlow[], environment: FlowEnvironment): CompiledFlow[] {
  return naming(flows, () => compileFlows(flows, environment));
}

function naming<Result>(files: { path: string; name: string }[], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    const file = files.find(({ name }) => name === error.component);
    throw new DeployError(file?.path ?? error.component, error.message, { cause: error });
  }
}
