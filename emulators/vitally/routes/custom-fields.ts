import { CustomFieldQuery, parseInput } from '../account-input.ts';
import { CATALOGUE_CREATED_AT, TRAIT_CATALOGUE } from '../trait-catalogue.ts';
import type { RouteContext } from './route-context.ts';

/** `/resources/customFields`: the traits that are set up, as a bare array. */
export function customFieldRoutes({ app }: RouteContext): void {
  app.get('/resources/customFields', (request) => {
    parseInput(CustomFieldQuery, request.query);
    return TRAIT_CATALOGUE.map((trait) => ({ ...trait, createdAt: CATALOGUE_CREATED_AT }));
  });
}
