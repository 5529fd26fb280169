# Dependencies in the image: the root filesystem is read-only, so Deno could not keep them at run time.
FROM denoland/deno:2.9.6
WORKDIR /app
COPY . .
RUN deno cache main.js
# the image's user `deno`
USER 1993
ENTRYPOINT ["deno", "run", "--cached-only", "--allow-net", "--allow-env", "main.js"]
