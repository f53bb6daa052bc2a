import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';

/** Types that Apollo uses in its public signatures without exporting them from the packages we depend on. */
export type GatewayInterface = ApolloServerOptionsWithGateway<object>['gateway'];
export type SchemaListener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];
export type Executor = ApolloGateway['executor'];
export type ExecutorRequest = Parameters<Executor>[0];
export type ExecutorResult = Awaited<ReturnType<Executor>>;
export type SubgraphRequest = Parameters<GraphQLDataSource['process']>[0];
export type SubgraphResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;
