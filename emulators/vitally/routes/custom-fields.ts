import { CustomFieldQuery, parseInput } from '../account-input.ts';
import { CATALOGUE_CREATED_AT } from '../trait-catalogue.ts';
import type { RouteContext } from './route-context.ts';

/** `/resources/customFields`: the traits that are set up, as a bare array. */
export function customFieldRoutes({ app, catalogue }: RouteContext): void {
  app.get('/resources/customFields', (request) => {
    const { model } = parseInput(CustomFieldQuery, request.query);
    return catalogue.of(model).map((trait) => ({ ...trait, createdAt: CATALOGUE_CREATED_AT }));
  });
}
