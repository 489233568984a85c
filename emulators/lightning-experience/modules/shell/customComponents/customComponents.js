import components from 'groundwork/components';

const loaded = new Map();

/** Whether the project has a component of this name, `c:orchard`, that a page may show. */
export function isCustom(name) {
  return name in components;
}

/** The component's class when it is here already. */
export function loadedCustom(name) {
  return loaded.get(name);
}

/** Brings the component's class. */
export async function loadCustom(name) {
  const { default: component } = await components[name]();
  loaded.set(name, component);
  return component;
}
