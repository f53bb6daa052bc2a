import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type Message as SqsMessage,
  type MessageAttributeValue,
} from '@aws-sdk/client-sqs';
import type { Message, Queue, QueueDepth } from '../bus.ts';
import type { Clients } from './clients.ts';

/** String attributes as SNS and SQS write them. */
export const toAttributes = (attributes: Readonly<Record<string, string>>): Record<string, MessageAttributeValue> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
  );

const fromAttributes = (attributes: SqsMessage['MessageAttributes']): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes ?? {}).map(([name, { StringValue }]) => [name, StringValue ?? '']));

const toMessage = (message: SqsMessage): Message => ({
  id: message.MessageId ?? '',
  body: message.Body ?? '',
  attributes: fromAttributes(message.MessageAttributes),
  receives: Number(message.Attributes?.ApproximateReceiveCount ?? 1),
  sentAt: Number(message.Attributes?.SentTimestamp ?? 0),
  receipt: message.ReceiptHandle ?? '',
});

const seconds = (ms: number): number => Math.ceil(ms / 1_000);

const depthOf = async ({ sqs, send }: Clients, QueueUrl: string): Promise<QueueDepth> => {
  const command = new GetQueueAttributesCommand({
    QueueUrl,
    AttributeNames: [
      'ApproximateNumberOfMessages',
      'ApproximateNumberOfMessagesDelayed',
      'ApproximateNumberOfMessagesNotVisible',
    ],
  });
  const { Attributes } = await send((abortSignal) => sqs.send(command, { abortSignal }));
  return {
    waiting: Number(Attributes?.ApproximateNumberOfMessages ?? 0),
    delayed: Number(Attributes?.ApproximateNumberOfMessagesDelayed ?? 0),
    inFlight: Number(Attributes?.ApproximateNumberOfMessagesNotVisible ?? 0),
  };
};

/** A queue of SQS. `hiddenMs` is how long what is received stays hidden from others. */
export const sqsQueue = (clients: Clients, at: { name: string; url: string; hiddenMs: number }): Queue => {
  const { sqs, send } = clients;
  const { name, url: QueueUrl, hiddenMs } = at;
  return {
    name,
    receive: async ({ limit, waitMs, signal }) => {
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: limit,
        WaitTimeSeconds: seconds(waitMs),
        VisibilityTimeout: seconds(hiddenMs),
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
      });
      const { Messages = [] } = await send((abortSignal) => sqs.send(command, { abortSignal }), {
        extraMs: waitMs,
        signal,
      });
      return Messages.map(toMessage);
    },
    delete: async ({ receipt }) => {
      const command = new DeleteMessageCommand({ QueueUrl, ReceiptHandle: receipt });
      await send((abortSignal) => sqs.send(command, { abortSignal }));
    },
    hide: async ({ receipt }, forMs) => {
      const VisibilityTimeout = seconds(forMs);
      const command = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receipt, VisibilityTimeout });
      await send((abortSignal) => sqs.send(command, { abortSignal }));
    },
    send: async ({ body, attributes, delayMs = 0 }) => {
      const MessageAttributes = toAttributes(attributes);
      const DelaySeconds = seconds(delayMs);
      const command = new SendMessageCommand({ QueueUrl, MessageBody: body, MessageAttributes, DelaySeconds });
      await send((abortSignal) => sqs.send(command, { abortSignal }));
    },
    depth: () => depthOf(clients, QueueUrl),
  };
};
