/** An object without some of its fields. */
export function without<T extends object, K extends keyof T>(value: T, ...names: readonly K[]): Omit<T, K> {
  const kept: Partial<T> = { ...value };
  for (const name of names) Reflect.deleteProperty(kept, name);
  return kept as Omit<T, K>;
}
