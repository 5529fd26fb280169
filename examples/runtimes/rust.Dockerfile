# Static musl binary on distroless: no loader, no libc to map.
FROM rust:1-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /src
COPY . .
RUN cargo build --release --locked

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /src/target/release/function /function
USER 65532
ENTRYPOINT ["/function"]
