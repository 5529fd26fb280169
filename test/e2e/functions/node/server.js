// Answers every path with 200, as soon as it listens.
const server = require('node:http').createServer((_, response) => response.end(`${process.env.FUNCTION_NAME}\n`));
server.listen(Number(process.env.PORT));
process.on('SIGTERM', () => server.close());
