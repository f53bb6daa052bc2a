import { colors } from './colors.ts';

const query = '{ me { id givenName loyaltyAccount { points { available } } activeOrders { number status } } }';

/** What a person needs once the stack is ready. `prefix` goes before every command. */
export interface BannerFacts {
  readonly url: string;
  readonly seconds: number;
  readonly prefix: string;
  readonly data: string;
}

/** The message of a stack that is ready. */
export const banner = ({ url, seconds, prefix, data }: BannerFacts): string => {
  const token = `${prefix}npm run -s token -- customer`;
  const row = (name: string, text: string, note: string): string =>
    `  ${colors.bold(name.padEnd(9))} ${text}${note === '' ? '' : colors.dim(`  ${note}`)}`;
  return [
    '',
    colors.green(`Ready in ${seconds.toFixed(1)} s.`),
    '',
    row('GraphQL', `${url}/graphql`, ''),
    row('GraphiQL', `${url}/`, 'the journeys are ready as tabs, each with a token'),
    row('Token', token, 'or marketing, staff; --help tells more'),
    row(
      'Break',
      `${prefix}npm run fault -- legacy-loyalty down`,
      'or slow, hang; up mends; npm run fault lists the parts',
    ),
    row('Logs', `${data}/logs`, ''),
    row('Stop', 'Ctrl-C', `the data stays in ${data}; npm run reset empties it`),
    '',
    'Try it, in another terminal in this folder:',
    '',
    `curl -s ${url}/graphql -H 'content-type: application/json' \\`,
    `  -H "authorization: Bearer $(${token})" \\`,
    `  -d '{"query":"${query}"}'`,
    '',
  ].join('\n');
};
