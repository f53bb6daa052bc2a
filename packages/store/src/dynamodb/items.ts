import { prepareItem } from '../prepare.ts';
import { EXPIRY, type AnySpec, type Attributes } from '../spec.ts';

/** An item as DynamoDB holds it: time to live wants whole epoch seconds in an attribute of its own. */
export const toStored = (spec: AnySpec, item: object, version: number): Attributes => {
  const { attributes, expires } = prepareItem(spec, item, version);
  return expires === undefined ? attributes : { ...attributes, [EXPIRY]: Math.ceil(expires.getTime() / 1000) };
};
