import { malformedQuery } from '../errors.ts';
import { EARTH_RADIUS } from '../formula/index.ts';
import type { Operand } from './compare.ts';
import { countField, type Call } from './functions.ts';
import type { Scope } from './scope.ts';

/** What DISTANCE may be compared by. */
const OPERATORS = new Set(['<', '<=', '>', '>=']);

/** SQL of a latitude and a longitude. */
type Point = [latitude: string, longitude: string];

/**
 * `DISTANCE(Place__c, GEOLOCATION(37.7, -122.1), 'mi')`, or undefined for any other function. Blank where a place is.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_geolocate.htm
 */
export function distanceFunction(scope: Scope, call: Call, operator?: string): Operand | undefined {
  if (call.functionName?.toUpperCase() !== 'DISTANCE') return undefined;
  const [from, to, unit, ...more] = call.parameters ?? [];
  const radius = typeof unit === 'string' ? EARTH_RADIUS[unit.replace(/^'|'$/g, '').toLowerCase()] : undefined;
  if (from === undefined || to === undefined || radius === undefined || more.length > 0) {
    throw malformedQuery("DISTANCE takes two locations and the unit, 'mi' or 'km'");
  }
  if (operator !== undefined && !OPERATORS.has(operator)) {
    throw malformedQuery(`DISTANCE cannot be compared with ${operator}`);
  }
  const sql = haversine(pointOf(scope, from), pointOf(scope, to), radius);
  return { sql, field: { ...countField(), name: 'Distance', type: 'double' } };
}

function pointOf(scope: Scope, parameter: NonNullable<Call['parameters']>[number]): Point {
  if (typeof parameter === 'string') return placeOf(scope, parameter);
  const degrees = (parameter.parameters ?? []).map(Number);
  const [latitude = NaN, longitude = NaN] = degrees;
  const isPlace = degrees.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (parameter.functionName?.toUpperCase() !== 'GEOLOCATION' || !isPlace) {
    throw malformedQuery('GEOLOCATION takes a latitude of -90 to 90 and a longitude of -180 to 180');
  }
  return [String(latitude), String(longitude)];
}

function placeOf(scope: Scope, path: string): Point {
  const { type } = scope.column(path).field;
  const toPart = {
    location: (part: string) => path.replace(/__c$/i, `__${part}__s`),
    address: (part: string) => path.replace(/Address$/i, part),
  }[type as string];
  if (toPart === undefined) throw malformedQuery(`DISTANCE takes locations, and ${path} is none`);
  return [scope.column(toPart('Latitude')).sql, scope.column(toPart('Longitude')).sql];
}

/** As formulas count it, see `formula/functions/geolocation.ts`. */
function haversine([latitude, longitude]: Point, [otherLatitude, otherLongitude]: Point, radius: number): string {
  const half = (one: string, other: string) => `sin(radians(${other} - (${one})) / 2)`;
  const [byLatitude, byLongitude] = [half(latitude, otherLatitude), half(longitude, otherLongitude)];
  const scale = `cos(radians(${latitude})) * cos(radians(${otherLatitude}))`;
  return `(${2 * radius} * asin(min(1, sqrt(${byLatitude} * ${byLatitude} + ${scale} * ${byLongitude} * ${byLongitude}))))`;
}
