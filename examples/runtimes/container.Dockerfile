# Any image will do that names its user by a number other than 0: the kubelet cannot tell that a name is not root.
FROM golang:1.25 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /function main.go

FROM gcr.io/distroless/static-debian12
COPY --from=build /function /function
USER 4321
ENTRYPOINT ["/function"]
