// Answers every path with 200, as soon as it listens: where DENO_SERVE_ADDRESS says.
const server = Deno.serve(() => new Response(`${Deno.env.get('FUNCTION_NAME')}\n`));
Deno.addSignalListener('SIGTERM', () => server.shutdown());
