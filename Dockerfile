# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
# The poms first: as long as they do not change, the dependencies come from the cache.
COPY pom.xml ./
COPY schemas/pom.xml schemas/
COPY producers/pom.xml producers/
COPY streams/pom.xml streams/
COPY sink/pom.xml sink/
COPY standalone/pom.xml standalone/
COPY standalone/maven standalone/maven
RUN mvn -B -q dependency:go-offline -Dspotless.check.skip || true
COPY . .
RUN mvn -B -q -DskipTests package

FROM eclipse-temurin:17-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --create-home chartwarden \
    && install -d -o chartwarden -g chartwarden /var/lib/chartwarden
COPY --from=build /build/standalone/target/lib /opt/chartwarden/lib
USER chartwarden
WORKDIR /var/lib/chartwarden
# The command is a service's main class; the heap is set in the compose file.
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-cp", "/opt/chartwarden/lib/*"]
