import composition from '@apollo/composition/package.json' with { type: 'json' };

/** Of the composer that is built in. Its numbers are those of federation. */
export const composerVersion: string = composition.version;

interface Requested {
  /** As it was asked for. */
  readonly version: string;
  /** Why it is no version. */
  readonly fault?: string;
  /** Why it is not exactly what was asked for. */
  readonly warning?: string;
}

const EXACT = /^[=v]((?:0|2)\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)$/;
const FEDERATION_1 = /^(0|1|latest-0|latest-1)$/;

/** Judges `federation_version` by Rover's rules. Undefined is the latest that there is here. */
export const federationVersionOf = (given: string | undefined): Requested => {
  const version = given ?? '2';
  if (version === '2' || version === 'latest-2') return { version };
  const [, exact] = EXACT.exec(version) ?? [];
  if (exact === composerVersion) return { version };
  if (exact === undefined && !FEDERATION_1.test(version)) {
    const fault = `federation_version: ${version} is not supported. Write 2, or an exact version with a leading "=": =${composerVersion}.`;
    return { version, fault };
  }
  const warning = `federation_version: ${version} was asked for; this is composed by ${composerVersion}, which is built in. Write 2 or =${composerVersion}, or install the release of supergraph that has it.`;
  return { version, warning };
};
