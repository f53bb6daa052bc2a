import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Precondition } from '../increment.ts';

type Update = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

const conditionOf = ({ lowest, highest, absentFits }: Precondition): string | undefined => {
  const within = [
    ...(lowest === undefined ? [] : ['#value >= :lowest']),
    ...(highest === undefined ? [] : ['#value <= :highest']),
  ].join(' AND ');
  if (within === '') return undefined;
  return absentFits ? `attribute_not_exists(#value) OR (${within})` : within;
};

/** Checks, adds and counts the version in one step; an absent item comes into being. */
export const incrementUpdate = (attribute: string, by: number, precondition: Precondition): Update => ({
  UpdateExpression: 'SET #value = if_not_exists(#value, :zero) + :by, #version = if_not_exists(#version, :zero) + :one',
  ConditionExpression: conditionOf(precondition),
  ExpressionAttributeNames: { '#value': attribute, '#version': 'version' },
  ExpressionAttributeValues: {
    ':zero': 0,
    ':one': 1,
    ':by': by,
    ...(precondition.lowest === undefined ? {} : { ':lowest': precondition.lowest }),
    ...(precondition.highest === undefined ? {} : { ':highest': precondition.highest }),
  },
});
