import type { Group } from './group-tree.ts';

/** Something for each pair of a group of rows and a group of columns. */
export class Grid<Thing> {
  readonly #lines = new Map<Group, Map<Group, Thing>>();
  readonly #make: () => Thing;

  constructor(make: () => Thing) {
    this.#make = make;
  }

  find(down: Group, across: Group): Thing | undefined {
    return this.#lines.get(down)?.get(across);
  }

  /** What is there, made when it is new. */
  at(down: Group, across: Group): Thing {
    let line = this.#lines.get(down);
    if (line === undefined) {
      line = new Map();
      this.#lines.set(down, line);
    }
    let thing = line.get(across);
    if (thing === undefined) {
      thing = this.#make();
      line.set(across, thing);
    }
    return thing;
  }
}
