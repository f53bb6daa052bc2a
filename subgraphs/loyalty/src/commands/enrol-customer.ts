import { AppError } from '@qsr/errors';
import type { EventEnvelope } from '@qsr/events';
import { mainProgram } from '../domain/account.ts';
import { choicesOf } from '../domain/enrolment.ts';
import { join } from './join.ts';
import type { OrderEventParts } from './order-events.ts';
import { actOnWaitingEvents } from './waiting-events.ts';

/** What making members of those who sign up takes. */
export interface EnrolCustomerParts extends OrderEventParts {
  /** Wakes the job that enrols. */
  readonly nudgeEnrolment: () => void;
}

/** Makes a member of who signed up and wants to be one; the job has the legacy system make the card. */
export const enrolCustomer = async (
  parts: EnrolCustomerParts,
  { data }: EventEnvelope<'profile.customer.registered'>,
): Promise<void> => {
  if (!data.enrollInLoyalty) return;
  const program = await parts.repositories.programs.table.get({ partition: mainProgram });
  if (program === null) throw new AppError('INTERNAL_SERVER_ERROR', `no program ${mainProgram}`);
  const account = await join(parts, {
    ...{ customerId: data.customerId, program, choices: choicesOf(data.consents), joinedAt: data.at },
    joinedBy: `enrol:${data.customerId}:${program.code}`,
    enrolInMs: 0,
    referralCode: data.referralCode,
  });
  parts.nudgeEnrolment();
  await actOnWaitingEvents(parts, account);
};
