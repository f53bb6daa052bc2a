/** A point on the map, in degrees. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

const earthRadiusMetres = 6_371_000;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Square of the sine of half an angle of degrees: the "haversine". */
const haversine = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;

/** Metres between two points on a ball of the earth's size; off by 0.5 % at most. */
export const metresBetween = (a: GeoPoint, b: GeoPoint): number => {
  const share =
    haversine(a.latitude - b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * haversine(a.longitude - b.longitude);
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(Math.min(1, share)));
};

/** The nearest places first, at most `limit`; places at the same distance stay in their order. */
export const nearest = <Place extends { readonly position: GeoPoint }>(
  places: readonly Place[],
  from: GeoPoint,
  limit: number,
): Place[] =>
  places
    .map((place) => ({ place, metres: metresBetween(from, place.position) }))
    .sort((one, other) => one.metres - other.metres)
    .slice(0, limit)
    .map(({ place }) => place);
