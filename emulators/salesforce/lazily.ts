/** Makes a value when it is first asked for, and only then: for what is dear to make and not needed to start. */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
