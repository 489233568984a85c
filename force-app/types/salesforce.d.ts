declare module '@salesforce/schema/*' {
  const reference: FieldId;
  export default reference;
}

declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}

declare module '@salesforce/apex' {
  /** Asks the server again for what a wired property shows. */
  export function refreshApex(wired: unknown): Promise<void>;
}

declare module '@salesforce/customPermission/*' {
  /** True for those who have it, undefined for others. */
  const permission: boolean | undefined;
  export default permission;
}
