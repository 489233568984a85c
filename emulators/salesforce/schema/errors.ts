/** Source that cannot be deployed to this org. The message names the component and what is wrong with it. */
export class DeployError extends Error {
  override name = 'DeployError';
  /** Path of a file, or `Object.Part`. */
  readonly component: string;
  readonly problem: string;

  constructor(component: string, problem: string, options?: ErrorOptions) {
    super(`${component}: ${problem}`, options);
    this.component = component;
    this.problem = problem;
  }
}
