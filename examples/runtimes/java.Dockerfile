# A JVM of the modules that the program needs, on distroless: less to read at each start than a whole JDK.
FROM eclipse-temurin:21-jdk AS build
WORKDIR /src
COPY . .
# what `jdeps --print-module-deps` says of the program
ARG MODULES=java.base,jdk.httpserver
RUN javac -d /classes *.java && mkdir /app && jar --create --file /app/app.jar -C /classes . \
 && jlink --add-modules $MODULES --strip-debug --no-man-pages --no-header-files --output /jre && /jre/bin/java -Xshare:dump
# the classes of a start, laid out once as the JVM has them in memory; SIGTERM ends the run that shows which they are
RUN PORT=8080 FUNCTION_NAME=build timeout --preserve-status -s TERM 5 \
    /jre/bin/java -XX:ArchiveClassesAtExit=/app/app.jsa -cp /app/app.jar Main; test -f /app/app.jsa

FROM gcr.io/distroless/java-base-debian12:nonroot
COPY --from=build /jre /jre
COPY --from=build /app /app
USER 65532
# the archive counts for this class path alone, and is passed over where it does not fit
ENTRYPOINT ["/jre/bin/java", "-XX:SharedArchiveFile=/app/app.jsa", "-cp", "/app/app.jar", "Main"]
