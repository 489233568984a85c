import { FormulaError, FormulaEvaluationError } from '../errors.ts';
import { expectType, valueOf, type Expression } from '../expression.ts';
import { fromDouble, type Geolocation } from '../values.ts';
import { argumentAt, expectCount, literalAt, subject, type Call, type FunctionTable } from './definition.ts';

/** Radius of the earth in each unit, as the platform counts it. */
export const EARTH_RADIUS: Readonly<Record<string, number>> = { mi: 3958.761, km: 6371.009 };

export const GEOLOCATION: FunctionTable = { GEOLOCATION: geolocation, DISTANCE: distance };

function geolocation(call: Call): Expression {
  expectCount(call, 2, 2);
  const [north, east] = [argumentAt(call, 0), argumentAt(call, 1)];
  for (const degrees of [north, east]) expectType(degrees, ['number'], subject(call));
  return {
    type: 'location',
    position: call.position,
    evaluate: (context) => {
      const [latitude, longitude] = [valueOf(north, 'number', context), valueOf(east, 'number', context)];
      if (latitude === null && longitude === null) return null;
      const location = { latitude: latitude?.toNumber() ?? NaN, longitude: longitude?.toNumber() ?? NaN };
      if (!(Math.abs(location.latitude) <= 90 && Math.abs(location.longitude) <= 180)) {
        throw new FormulaEvaluationError('Latitude or longitude out of range in GEOLOCATION() function');
      }
      return location;
    },
  };
}

function distance(call: Call): Expression {
  expectCount(call, 3, 3);
  const [from, to] = [argumentAt(call, 0), argumentAt(call, 1)];
  for (const end of [from, to]) expectType(end, ['location'], subject(call));
  const radius = EARTH_RADIUS[literalAt(call, 2).toLowerCase()];
  if (radius === undefined) throw new FormulaError(`Incorrect parameter for ${subject(call)}.`, call.position);
  return {
    type: 'number',
    position: call.position,
    evaluate: (context) => {
      const [start, end] = [valueOf(from, 'location', context), valueOf(to, 'location', context)];
      return start === null || end === null ? null : fromDouble(radius * angleBetween(start, end));
    },
  };
}

/** The haversine formula, in radians. */
function angleBetween(start: Geolocation, end: Geolocation): number {
  const [north, south] = [radians(start.latitude), radians(end.latitude)];
  const byLatitude = Math.sin((south - north) / 2) ** 2;
  const byLongitude = Math.sin(radians(end.longitude - start.longitude) / 2) ** 2;
  return 2 * Math.asin(Math.sqrt(byLatitude + Math.cos(north) * Math.cos(south) * byLongitude));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
