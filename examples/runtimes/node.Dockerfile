# One tree-shaken file on Alpine: Node.js opens and parses one module instead of a folder of them.
FROM node:22-alpine AS build
WORKDIR /src
COPY . .
RUN if [ -f package-lock.json ]; then npm ci --ignore-scripts; fi \
 && npx --yes esbuild@0.25 server.js --bundle --platform=node --target=node22 --minify --outfile=/app/server.js

FROM node:22-alpine
COPY --from=build /app/server.js /app/server.js
USER 1000
ENTRYPOINT ["node", "/app/server.js"]
