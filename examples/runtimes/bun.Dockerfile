# One file on a slim image: Bun opens and transpiles one module instead of a folder of them.
FROM oven/bun:1.4-slim AS build
WORKDIR /src
COPY . .
RUN if [ -f bun.lock ]; then bun install --frozen-lockfile --ignore-scripts; fi \
 && bun build server.js --target=bun --minify --outfile=/app/server.js

FROM oven/bun:1.4-slim
COPY --from=build /app/server.js /app/server.js
# the image's user `bun`
USER 1000
ENTRYPOINT ["bun", "/app/server.js"]
