import { z } from 'zod';
import { endpoint, type Answer, type Endpoint } from '../core/endpoint.ts';
import { refusal } from './outcomes.ts';
import type { PaymentRow } from './payments.ts';
import { inquiryReply } from './replies.ts';
import { merchantId, service } from './requests.ts';
import type { PaymentSystem } from './system.ts';

const byRetref = z.object({ merchid: merchantId, retref: z.string().min(1) });
const byOrder = z.object({ merchid: merchantId, orderid: z.string().min(1) });

const inquire = ({ payments, vault }: PaymentSystem, payment: PaymentRow | undefined): Answer =>
  payment === undefined ? refusal('notFound') : inquiryReply(payment, payments.refunded(payment.retref), vault);

/** Looking a payment up changes nothing; of several under one order id the newest is told. */
export const inquiryEndpoints = (system: PaymentSystem): Endpoint[] => [
  endpoint({
    ...service('inquire', 'GET', 'inquire/:retref/:merchid'),
    params: byRetref,
    answer: ({ retref, merchid }) => inquire(system, system.payments.byRetref(retref, merchid)),
  }),
  endpoint({
    ...service(
      'inquireByOrderid',
      'GET',
      'inquireByOrderid/:orderid/:merchid',
      'inquireByOrderid/:orderid/:merchid/:set',
    ),
    params: byOrder,
    answer: ({ orderid, merchid }) => inquire(system, system.payments.byOrder(orderid, merchid).at(-1)),
  }),
];
