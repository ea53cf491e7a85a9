package org.chartwarden.producers.poll;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.chartwarden.producers.poll.PollException.Scope;
import org.chartwarden.settings.Setting;

/** Gets pages from the FHIR server, in bounded memory and time. Follows no redirect: the token is for one server. */
final class FhirClient {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final PollSettings settings;
    private final PollLimits limits;
    private final HttpClient http;

    /** @param tls empty for Java's own trust */
    FhirClient(PollSettings settings, PollLimits limits, Optional<SSLContext> tls) {
        this.settings = settings;
        this.limits = limits;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER);
        tls.ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /** @return the body of a successful answer in JSON */
    byte[] get(URI page) throws PollException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(page)
                .timeout(limits.answer())
                .header("Accept", "application/fhir+json")
                .GET();
        token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        HttpResponse<byte[]> response = send(request.build());
        Answers.requireSuccess(response.statusCode(), response.headers(), limits.longestPause());
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/fhir+json") && !type.startsWith("application/json")) {
            throw new PollException(Scope.TYPE, "the answer's Content-Type is not application/fhir+json");
        }
        return response.body();
    }

    /** Waits for the whole body: the timeout of Java's client covers the header only. */
    private HttpResponse<byte[]> send(HttpRequest request) throws PollException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, header -> new BoundedBody(limits.pageBytes()));
        try {
            return answer.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BoundedBody.TooLong tooLong) {
                throw new PollException(Scope.TYPE, "a page " + tooLong.getMessage(), tooLong);
            }
            throw new PollException(Scope.SERVER, "the server could not be reached (" + e.getCause() + ")", e);
        } catch (TimeoutException e) {
            throw new PollException(
                    Scope.SERVER,
                    "the answer did not arrive within " + limits.answer().toSeconds() + " seconds",
                    e);
        } finally {
            answer.cancel(true);
        }
    }

    private Optional<String> token() throws PollException {
        if (settings.tokenFile().isEmpty()) {
            return Optional.empty();
        }
        String problem = Setting.POLL_TOKEN_FILE.key() + ": the file "
                + settings.tokenFile().get();
        try {
            String token = Files.readString(settings.tokenFile().get()).strip();
            if (token.isEmpty() || !token.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
                throw new PollException(Scope.SERVER, problem + " must hold one token, in one line");
            }
            return Optional.of(token);
        } catch (IOException e) {
            throw new PollException(
                    Scope.SERVER,
                    problem + " could not be read (" + e.getClass().getSimpleName() + ")",
                    e);
        }
    }
}
