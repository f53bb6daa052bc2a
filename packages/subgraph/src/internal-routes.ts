import { badUserInput, codeOf, errorCatalogue, maskError } from '@qsr/errors';
import { pathOf, type CommandContract } from '@qsr/commands';
import { COMMAND_HEADER, guest, type CommandVerifier } from '@qsr/identity';
import type { Logger } from '@qsr/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createCallCounter } from './calls.ts';
import { deadlineOf } from './deadline.ts';
import type { RequestScope } from './scope.ts';

/** A command that a subgraph carries out for other services; made by `commandHandler`. */
export interface CommandHandler<Context> {
  readonly name: string;
  readonly run: (input: unknown, context: Context) => Promise<unknown>;
}

/** Ties a contract to what carries it out. `handle` must be idempotent: the caller repeats what it heard no answer to. */
export const commandHandler = <Context, Input, Output>(
  contract: CommandContract<Input, Output>,
  handle: (input: Input, context: Context) => Promise<Output>,
): CommandHandler<Context> => ({
  name: contract.name,
  run: async (input, context) => handle(contract.input.parse(input), context),
});

/** What the internal routes need. */
export interface InternalRoutes<Context> {
  readonly handlers: ReadonlyArray<CommandHandler<Context>>;
  readonly verify: CommandVerifier;
  readonly context: (scope: RequestScope) => Context;
  readonly log: Logger;
  readonly now: () => Date;
}

const headerOf = (request: FastifyRequest, name: string): string => {
  const header = request.headers[name];
  return typeof header === 'string' ? header : '';
};

const isParseFailure = (error: unknown): error is Error => error instanceof Error && error.name === 'ZodError';

/** 400 for what no repetition mends, 401 for a stranger, else what the catalogue says. */
const answerFailure = (error: unknown, reply: FastifyReply, log: Logger): FastifyReply => {
  if (isParseFailure(error) || error instanceof SyntaxError) {
    return reply.code(400).send({ code: 'BAD_USER_INPUT', message: error.message });
  }
  const masked = maskError({
    message: error instanceof Error ? error.message : String(error),
    extensions: (error as { extensions?: Record<string, unknown> }).extensions ?? {},
  });
  const code = codeOf(masked);
  if (code === 'INTERNAL_SERVER_ERROR') log.error({ err: error }, 'a command failed');
  return reply.code(errorCatalogue[code].httpStatus).send({ code, message: masked.message });
};

/** Adds `POST /internal/<name>` for every handler. Only services that share our secrets are heard. */
export const addInternalRoutes = async <Context>(
  app: FastifyInstance,
  { handlers, verify, context, log, now }: InternalRoutes<Context>,
): Promise<void> => {
  const answer = async (handler: CommandHandler<Context>, request: FastifyRequest): Promise<unknown> => {
    const body = request.body as string;
    const idempotencyKey = headerOf(request, 'idempotency-key');
    await verify(headerOf(request, COMMAND_HEADER), { path: pathOf(handler), body, idempotencyKey });
    if (idempotencyKey === '') throw badUserInput('idempotency-key', 'a command needs one');
    const scope = { viewer: guest, ...deadlineOf(request), calls: createCallCounter(), now };
    return handler.run(JSON.parse(body), context(scope));
  };
  await app.register((internal, _options, done) => {
    internal.removeAllContentTypeParsers();
    // The signature is over the text, so the text is what is needed.
    internal.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    for (const handler of handlers) {
      internal.post(pathOf(handler), (request, reply) =>
        answer(handler, request).catch((error: unknown) => answerFailure(error, reply, log)),
      );
    }
    done();
  });
};
