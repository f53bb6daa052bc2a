import type { EntityGroup, ResponsePath } from '../plan.ts';
import type { Scheduled } from './schedule.ts';
import { fieldsOf, type FieldPath, type Written } from './writes.ts';

/**
 * Tells whether one object may stand at all places of an entity at a path, with all its parts. Whatever is fetched later
 * for one of the places must then be fetched for all of them, and nobody else may write there any more.
 */
export type Sharing = (group: EntityGroup, path: ResponsePath) => boolean;

/** For each field of a path the types that the objects on the way to it must be of. */
const conditionsOf = (path: ResponsePath): readonly string[] => {
  const conditions: string[] = [];
  let types = '';
  for (const step of path) {
    if (step === '@') continue;
    if ('types' in step) types += ` ${step.types.join()}`;
    else {
      conditions.push(types);
      types = '';
    }
  }
  return conditions;
};

const startsWith = (path: FieldPath, start: FieldPath): boolean => start.every((field, index) => path[index] === field);

/** What a fetch writes at one of its paths. Each is compared with all others: what that takes is read from the path once. */
interface Write extends Written {
  /** Of the fetch among the scheduled ones. */
  readonly position: number;
  readonly place: FieldPath;
  readonly conditions: readonly string[];
}

/** A later fetch that goes the same way, but only through objects of some types, writes at some of the places only. */
const goesOtherWay = (other: Write, { place, conditions }: Write): boolean =>
  startsWith(other.place, place) && conditions.some((types, index) => other.conditions[index] !== types);

/** True when a fetch for something above the part writes into the part. */
const writesInto = ({ place, leaves }: Write, part: FieldPath): boolean => {
  if (place.length >= part.length || !startsWith(part, place)) return false;
  const below = part.slice(place.length);
  return leaves.some((leaf) => startsWith(leaf, below));
};

/** The fetches that are over when one begins. */
const before = (scheduled: readonly Scheduled[], position: number): ReadonlySet<number> => {
  const over = new Set<number>();
  const add = (index: number): void => {
    for (const earlier of scheduled[index]?.after ?? []) {
      if (over.has(earlier)) continue;
      over.add(earlier);
      add(earlier);
    }
  };
  add(position);
  return over;
};

export const createSharing = (scheduled: readonly Scheduled[]): Sharing => {
  const all = scheduled.flatMap(({ written }, position) =>
    written.map((each): Write => ({
      ...each,
      position,
      place: fieldsOf(each.path),
      conditions: conditionsOf(each.path),
    })),
  );
  return (group, path) => {
    const own = all.find((written) => written.group === group && written.path === path);
    if (own === undefined || own.isOpen || all.some((other) => goesOtherWay(other, own))) return false;
    const over = before(scheduled, own.position);
    const others = all.filter((other) => other !== own && !over.has(other.position));
    const { place } = own;
    const compound = own.leaves.filter((leaf) => leaf.length > 1);
    const parts = [place, ...compound.map(([key]) => [...place, key as string])];
    return parts.every((part) => !others.some((other) => writesInto(other, part)));
  };
};
