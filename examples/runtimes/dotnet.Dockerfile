# ASP.NET Core on a chiseled image, compiled ahead as far as it goes: less is left to compile at each start.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish --configuration Release --use-current-runtime --self-contained false --output /app \
    -p:PublishReadyToRun=true -p:AssemblyName=function

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /app /app
# the image's user `app`
USER 1654
ENTRYPOINT ["dotnet", "/app/function.dll"]
