#!/usr/bin/env bash
# images.sh IMAGE_TOOL: builds the functions and the load generator, and makes their images, local/e2e-<name>:1, in the local
# cluster.
set -euo pipefail
image=$(realpath "$1")
cd "$(dirname "$0")/functions"
"$image" local/e2e-go:1 --go go/main.go
"$image" local/e2e-load:1 --go ../load/main.go
protocols=$(mktemp -d)/protocols
(cd protocols && CGO_ENABLED=0 go build -ldflags '-s -w' -o "$protocols" .)
"$image" local/e2e-protocols:1 "$protocols"
rm "$protocols"
"$image" local/e2e-files:1 --go files/main.go
"$image" local/e2e-data:1 --add "$PWD/files/data.txt:/models/data.txt" --entrypoint /none
(cd rust && RUSTFLAGS='-C target-feature=+crt-static' cargo build --release --quiet --target x86_64-unknown-linux-gnu)
"$image" local/e2e-rust:1 rust/target/x86_64-unknown-linux-gnu/release/function
node=$(readlink -f "$(command -v node)")
"$image" local/e2e-node:1 --program "$node" --add "$PWD/node/server.js:/app/server.js" --entrypoint "$node /app/server.js" --user 1000
python=$(python3 -c 'import sys, os; print(os.path.realpath(sys.executable))')
library=$(python3 -c 'import os; print(os.path.dirname(os.__file__))')
extensions=("$library"/lib-dynload/{binascii,zlib}.*.so) # they need libraries that the program itself does not
"$image" local/e2e-python:1 --program "$python" "${extensions[@]/#/--program=}" --add "$library:$library" \
  --add "$PWD/python/server.py:/app/server.py" --entrypoint "$python /app/server.py" --user 1000
"$image" local/e2e-container:1 --go container/main.go --user 4321
"$image" local/e2e-curl:1 --program "$(command -v curl)"
# Deno and Bun, as npm has them
programs=$(mktemp -d -p /var/tmp) # /tmp is an empty directory in the pods
npm install --prefix "$programs" --no-save --no-package-lock --ignore-scripts --silent deno@2.9.6 bun@1.4.5
deno=$programs/node_modules/@deno/linux-x64-glibc/deno bun=$programs/node_modules/@oven/bun-linux-x64/bin/bun
"$image" local/e2e-deno:1 --program "$deno" --add "$PWD/deno/main.js:/app/main.js" --user 1993 \
  --entrypoint "$deno run --no-remote --allow-net --allow-env /app/main.js"
"$image" local/e2e-bun:1 --program "$bun" --add "$PWD/bun/server.js:/app/server.js" --entrypoint "$bun /app/server.js" --user 1000
# a JVM of the modules that the function needs
jre=$programs/jre
jlink --add-modules java.base,jdk.httpserver --strip-java-debug-attributes --no-man-pages --no-header-files --output "$jre"
"$jre/bin/java" -Xshare:dump >"$programs/classes.log" 2>&1
javac -d "$programs/classes" java/Main.java
jar --create --file "$programs/app.jar" -C "$programs/classes" .
"$image" local/e2e-java:1 --program "$jre/lib/libjli.so" --program "$jre/lib/server/libjvm.so" --add "$jre:$jre" \
  --add "$programs/app.jar:/app/app.jar" --entrypoint "$jre/bin/java -cp /app/app.jar Main" --user 65532
rm -r "$programs"
