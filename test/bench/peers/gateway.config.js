const sharing = process.env.SHARE_IN_FLIGHT === 'true';

/** Hive Gateway as it comes, silent unless something fails, and with both of its ways of sharing work turned on or off. */
export const gatewayConfig = {
  logging: 'error',
  inboundInflightRequestDeduplication: sharing,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: sharing } } },
};
