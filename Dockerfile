# syntax=docker/dockerfile:1
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -DskipTests package

FROM eclipse-temurin:17.0.15_6-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --create-home chartwarden \
    && install -d -o chartwarden -g chartwarden /var/lib/chartwarden
COPY --from=build /build/standalone/target/lib /opt/chartwarden/lib
USER chartwarden
WORKDIR /var/lib/chartwarden
# The command is a service's main class; the heap is set in the compose file.
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-cp", "/opt/chartwarden/lib/*"]
