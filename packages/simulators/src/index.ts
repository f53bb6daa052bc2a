export { startLoyaltySimulator, type LoyaltySimulatorOptions } from './loyalty/start.ts';
export { startPaymentSimulator, type PaymentSimulator, type PaymentSimulatorOptions } from './payment/start.ts';
export { startPosSimulator, type PosSimulator, type PosSimulatorOptions } from './pos/start.ts';
export type { Simulator, SimulatorOptions } from './core/simulator.ts';
export type { SimulatedAccount } from './loyalty/simulated-account.ts';
export type { NewCard as SimulatedCard } from './payment/vault.ts';
export type { Faults } from './core/faults.ts';
