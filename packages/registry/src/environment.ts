/** The one place that reads the environment; everything else is handed what it needs. */
export const environment: NodeJS.ProcessEnv = process.env;
