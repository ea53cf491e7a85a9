package org.chartwarden.producers.http;

import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Lets senders in: with a tokens file, by their bearer token (RFC 6750); without, everybody who can connect, to send
 * what {@link Setting#HTTP_ACCEPTS} says. Who may connect is decided by the address, and with mutual TLS by the
 * certificate.
 */
final class Gate {

    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"chartwarden\"";

    private final Optional<TokensFile> tokens;
    private final Sender anybody;

    private Gate(Optional<TokensFile> tokens, Sender anybody) {
        this.tokens = tokens;
        this.anybody = anybody;
    }

    /** @throws SettingsException when a setting or the tokens file cannot be used */
    static Gate of(Settings settings) {
        Set<Accepted> accepted = Accepted.parse(settings.text(Setting.HTTP_ACCEPTS))
                .orElseThrow(() -> new SettingsException(Setting.HTTP_ACCEPTS.key() + " is \""
                        + settings.text(Setting.HTTP_ACCEPTS) + "\", but must be " + Accepted.ALLOWED + "."));
        Optional<TokensFile> tokens =
                settings.optional(Setting.HTTP_TOKENS_FILE).map(file -> new TokensFile(Path.of(file.strip())));
        return new Gate(tokens, new Sender(Optional.empty(), accepted));
    }

    /** @throws Rejection 401 when a token is asked for and not known */
    Sender admit(Context http) {
        if (tokens.isEmpty()) {
            return anybody;
        }
        String header = http.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unknown(CHALLENGE, "A bearer token is required. Nothing was taken.");
        }
        return tokens.get()
                .current()
                .sender(header.substring(SCHEME.length()).strip())
                .orElseThrow(() -> unknown(
                        CHALLENGE + ", error=\"invalid_token\"", "The bearer token is not known. Nothing was taken."));
    }

    /** Whether anybody may send this. */
    boolean isOpenFor(Accepted kind) {
        return tokens.map(file -> file.current().known().stream()
                        .anyMatch(known -> known.sender().may().contains(kind)))
                .orElse(anybody.may().contains(kind));
    }

    boolean asksForToken() {
        return tokens.isPresent();
    }

    Optional<String> problem() {
        return tokens.flatMap(TokensFile::problem);
    }

    private static Rejection unknown(String challenge, String message) {
        return new Rejection(401, IssueType.LOGIN, message).with("WWW-Authenticate", challenge);
    }
}
