import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

let navigated;

/** What a component last navigated to, `{ pageReference, replace }`; undefined when it went nowhere. */
export function getNavigateCalledWith() {
  return navigated;
}

/** Stands in for lightning/navigation, and remembers where a component goes. */
export function NavigationMixin(Base) {
  return class extends Base {
    constructor() {
      super();
      navigated = undefined;
    }

    [Navigate](pageReference, replace) {
      navigated = { pageReference, replace };
    }

    [GenerateUrl]() {
      return Promise.resolve('https://www.example.com');
    }
  };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

export const CurrentPageReference = createTestWireAdapter(jest.fn());
