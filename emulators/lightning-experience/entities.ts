/** Where the pages come from and what they link to. */
export interface LightningExperienceOptions {
  /** An SFDX project, or one package directory of it; asked at each request, for a deployment may have changed it. */
  source: () => string;
  /** Address of the portal page, where a person is chosen; asked at each request. */
  portal?: () => string | undefined;
  /** Folder for compiled bundles; `node_modules/.cache/groundwork` when absent. */
  cacheDir?: string;
}
