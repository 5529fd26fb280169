# Static binary on distroless: nothing is loaded before main().
FROM golang:1.25 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /function main.go

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /function /function
# a number, since runAsNonRoot cannot judge a name
USER 65532
ENTRYPOINT ["/function"]
