// Answers every path with 200, as soon as it listens: on PORT, which Bun reads by itself.
const server = Bun.serve({ fetch: () => new Response(`${process.env.FUNCTION_NAME}\n`) });
process.on('SIGTERM', () => server.stop());
