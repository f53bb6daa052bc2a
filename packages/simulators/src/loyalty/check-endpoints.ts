import { z } from 'zod';
import { endpoint, type Answer, type Endpoint } from '../core/endpoint.ts';
import { decimal, decimalField, id64, integerField } from '../core/wire.ts';
import { cardReply, failureReply, movementReply } from './replies.ts';
import { cardInfo, invalidGuestCall } from './requests.ts';
import type { LoyaltySystem } from './system.ts';
import type { WalletBalance } from './wallets.ts';

const check = z.object({
  header: z.object({
    number: z.string().min(1),
    uniqueIdentifier: z.string().optional(),
    openTime: z.string().optional(),
  }),
  items: z.array(z.unknown()),
  totals: z.object({ subTotal: decimalField(), discountTotal: decimalField() }),
});

const simulateParams = z.object({ merchantId: integerField(), storeCode: z.string().min(1), check, cardInfo });

const balanceReply = (wallet: WalletBalance) => ({
  pointName: wallet.name,
  walletCode: wallet.walletCode,
  balance: decimal(wallet.points),
});

const POINT = 100;

/** Whole points for the discounted subtotal; a negative discountTotal reduces it. */
const earnedBy = ({ settings }: LoyaltySystem, totals: z.output<typeof check>['totals']): number => {
  const { earnPoints, perMinor } = settings();
  const base = Math.max(0, totals.subTotal + totals.discountTotal);
  return Math.floor((base * earnPoints) / (perMinor * POINT)) * POINT;
};

const simulate = (system: LoyaltySystem, params: z.output<typeof simulateParams>): Answer => {
  const account = system.accounts.byCard(params.cardInfo.printedCardNumber);
  if (account === undefined) return failureReply('account.not_found', 'Card not found');
  const wallets = system.wallets.list(account.accountId);
  const points = wallets.find(({ redeemable }) => redeemable === 1);
  const { header, totals } = params.check;
  const earned = earnedBy(system, totals);
  return {
    result: 'success',
    checkNumber: header.number,
    uniqueIdentifier: header.uniqueIdentifier ?? header.number,
    openTime: header.openTime ?? system.now().toISOString(),
    pxTransactionId: id64('0'),
    ...{ itemDiscounts: [], multiItemDiscounts: [], subtotalDiscounts: [], serviceChargeDiscounts: [] },
    ...{ rewardsToRemove: [], discountsNotApplied: [], availableUnitDiscounts: [], posMessages: [], receiptText: {} },
    ...cardReply(account),
    pointBalances: wallets.filter(({ redeemable }) => redeemable === 0).map(balanceReply),
    rewardBalances: wallets.filter(({ redeemable }) => redeemable === 1).map(balanceReply),
    changedWalletContents:
      points === undefined || earned === 0
        ? []
        : [movementReply(wallets, { walletCode: points.walletCode, operationType: 1, points: earned })],
  };
};

/** The check service: nothing is written. */
export const checkEndpoints = (system: LoyaltySystem): Endpoint[] => [
  endpoint({
    name: 'check/simulateAccrualAndRedemption',
    methods: ['POST'],
    paths: ['/rest/:release/check/simulateAccrualAndRedemption.json'],
    params: simulateParams,
    answer: (params) => simulate(system, params),
    invalid: invalidGuestCall,
  }),
];
