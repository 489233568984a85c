import type { GlobalValues } from '../data/index.ts';
import type { Schema } from '../entities.ts';
import { compileFlows, FlowError, type CompiledFlow } from '../flow/index.ts';
import { DeployError, type FlowSourceFile } from '../schema/index.ts';

/** Makes the flows of the source ready to run. Throws DeployError, which names the file, the flow and its element. */
export function compileSourceFlows(files: FlowSourceFile[], schema: Schema, globals: GlobalValues): CompiledFlow[] {
  try {
    return compileFlows(files, { schema, typeOfGlobal: (path) => globals.typeOf(path) });
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    const file = files.find(({ name }) => name === error.component);
    throw new DeployError(file?.path ?? error.component, error.message, { cause: error });
  }
}
