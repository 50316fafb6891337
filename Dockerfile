# Two stages: Maven and the JDK stay behind, the image holds a Java runtime and the unpacked application.
# Build it from the repository's root: docker build -t monthend .

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY processes processes
COPY src/main src/main
# Tests and format are the gate's business. The cache keeps Maven's downloads from one build to the next.
RUN --mount=type=cache,target=/m2 \
    mvn -q -B -Dmaven.repo.local=/m2 -Dmaven.test.skip=true -Dspotless.check.skip=true package
# Unpacked it starts faster than from nested jars, and a changed class does not send the libraries anew.
RUN java -Djarmode=tools -jar target/monthend.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
# Nothing in the image needs root.
RUN useradd --uid 10001 --user-group --home-dir /var/lib/monthend --create-home monthend
COPY --from=build /build/layers/dependencies/ /build/layers/snapshot-dependencies/ /build/layers/application/ /app/
USER monthend
# Where .monthend, the default data directory, then stands.
WORKDIR /var/lib/monthend
# The container is the application's alone, so the heap may have more than the JVM's cautious quarter.
# There is no HEALTHCHECK: a command that ends says by its exit code how it went.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-jar", "/app/monthend.jar"]
CMD ["--help"]
