import { compileFlows, FlowError, type CompiledFlow, type FlowEnvironment } from '../flow/index.ts';
import { DeployError, type FlowSourceFile } from '../schema/index.ts';

/** Makes the flows of the source ready to run. Throws DeployError, which names the file, the flow and its element. */
export function compileSourceFlows(files: FlowSourceFile[], environment: FlowEnvironment): CompiledFlow[] {
  try {
    return compileFlows(files, environment);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    const file = files.find(({ name }) => name === error.component);
    throw new DeployError(file?.path ?? error.component, error.message, { cause: error });
  }
}
