import {
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { MAXIMUM_RECEIVES } from '../settlement.ts';
import type { Topology } from '../topology.ts';
import type { Clients } from './clients.ts';
import type { BusLocation } from './location.ts';

const FOURTEEN_DAYS = String(14 * 86_400);

/** A queue that exists. */
interface MadeQueue {
  readonly url: string;
  readonly arn: string;
}

/** What a consumer has. */
interface MadeQueues {
  readonly queue: MadeQueue;
  readonly deadLetters: MadeQueue;
}

/** A topic and the queues behind it, by consumer. */
export interface MadeTopology {
  readonly topicArn: string;
  readonly queues: ReadonlyMap<string, MadeQueues>;
}

const required = (value: string | undefined): string => {
  if (value === undefined) throw new Error('the bus left out a name that it promised');
  return value;
};

/** Created without attributes, for a name that exists with others would be refused; they are set afterwards. */
const makeQueue = async ({ sqs, send }: Clients, QueueName: string): Promise<MadeQueue> => {
  const create = new CreateQueueCommand({ QueueName });
  const QueueUrl = required((await send((abortSignal) => sqs.send(create, { abortSignal }))).QueueUrl);
  const ask = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
  const { Attributes } = await send((abortSignal) => sqs.send(ask, { abortSignal }));
  return { url: QueueUrl, arn: required(Attributes?.QueueArn) };
};

const setAttributes = async ({ sqs, send }: Clients, { url }: MadeQueue, Attributes: Record<string, string>) => {
  const command = new SetQueueAttributesCommand({ QueueUrl: url, Attributes });
  await send((abortSignal) => sqs.send(command, { abortSignal }));
};

const allowTopic = (topicArn: string, queueArn: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
      },
    ],
  });

const subscriptionOf = async ({ sns, send }: Clients, topicArn: string, queueArn: string): Promise<string | null> => {
  let NextToken: string | undefined;
  do {
    const command = new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, ...(NextToken && { NextToken }) });
    const page = await send((abortSignal) => sns.send(command, { abortSignal }));
    const found = page.Subscriptions?.find(({ Endpoint }) => Endpoint === queueArn)?.SubscriptionArn;
    if (found !== undefined) return found;
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return null;
};

/** A subscription comes into being with its filter, so that nothing slips past it; one that exists gets the new filter. */
const subscribe = async (clients: Clients, topicArn: string, wanted: { arn: string; filter: string }) => {
  const { sns, send } = clients;
  const SubscriptionArn = await subscriptionOf(clients, topicArn, wanted.arn);
  const Attributes = { RawMessageDelivery: 'true', FilterPolicy: wanted.filter };
  if (SubscriptionArn === null) {
    const command = new SubscribeCommand({ TopicArn: topicArn, Protocol: 'sqs', Endpoint: wanted.arn, Attributes });
    await send((abortSignal) => sns.send(command, { abortSignal }));
    return;
  }
  for (const [AttributeName, AttributeValue] of Object.entries(Attributes)) {
    const command = new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue });
    await send((abortSignal) => sns.send(command, { abortSignal }));
  }
};

const makeConsumer = async (clients: Clients, topicArn: string, wanted: { name: string; filter: string }) => {
  const deadLetters = await makeQueue(clients, `${wanted.name}-dlq`);
  const queue = await makeQueue(clients, wanted.name);
  await setAttributes(clients, deadLetters, { MessageRetentionPeriod: FOURTEEN_DAYS });
  await setAttributes(clients, queue, {
    MessageRetentionPeriod: FOURTEEN_DAYS,
    Policy: allowTopic(topicArn, queue.arn),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: MAXIMUM_RECEIVES }),
  });
  await subscribe(clients, topicArn, { arn: queue.arn, filter: wanted.filter });
  return { queue, deadLetters };
};

/** Makes the topic, and for every consumer a queue, its dead letters and its subscription, where they are missing. */
export const makeTopology = async (
  clients: Clients,
  { prefix }: BusLocation,
  topology: Topology,
): Promise<MadeTopology> => {
  const { sns, send } = clients;
  const create = new CreateTopicCommand({ Name: `${prefix}-events` });
  const topicArn = required((await send((abortSignal) => sns.send(create, { abortSignal }))).TopicArn);
  const queues = await Promise.all(
    Object.entries(topology).map(async ([consumer, type]) => {
      const wanted = { name: `${prefix}-${consumer}`, filter: JSON.stringify({ type }) };
      return [consumer, await makeConsumer(clients, topicArn, wanted)] as const;
    }),
  );
  return { topicArn, queues: new Map(queues) };
};
