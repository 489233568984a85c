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
  /** Undefined for those who do not have it. */
  const granted: true | undefined;
  export default granted;
}

declare module '@salesforce/user/Id' {
  const userId: string;
  export default userId;
}
