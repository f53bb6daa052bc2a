/** Where topic and queues are. `endpoint` is given for a server that is not AWS: it takes any credentials. */
export interface BusLocation {
  readonly region: string;
  readonly endpoint?: string;
  /** Stands before every name, with a dash. */
  readonly prefix: string;
}

const FORMS = 'sns://<region>/<prefix> or sns+http://<host>:<port>/<prefix>';

/** Emulators keep what they hold apart by region, so that it must be one and the same. */
const LOCAL_REGION = 'us-east-1';

const malformed = (problem: string): TypeError => new TypeError(`bus URL: ${problem}; it must have the form ${FORMS}`);

/** Reads the URL of a bus. Throws `TypeError` for any other. */
export const busLocation = (text: string): BusLocation => {
  if (!URL.canParse(text)) throw malformed('it cannot be parsed');
  const { protocol, host, pathname } = new URL(text);
  const prefix = pathname.slice(1);
  if (host === '') throw malformed('the region or host is missing');
  // The longest name of a queue has 80 characters, and a consumer and `-dlq` follow.
  if (!/^[\w-]{1,40}$/.test(prefix)) throw malformed('the prefix needs 1 to 40 letters, digits, _ or -');
  if (protocol === 'sns:') return { region: host, prefix };
  if (protocol === 'sns+http:') return { region: LOCAL_REGION, endpoint: `http://${host}`, prefix };
  throw malformed('its scheme is unknown');
};
