import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** Apollo Server over Apollo Gateway as their documentation has it: nothing set, nothing added. */
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(String(process.argv[2]), 'utf8') });
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
process.send?.({ url });
process.on('disconnect', () => process.exit());
