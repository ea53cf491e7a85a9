package org.chartwarden.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** How the client says who it is: the sources that Confluent's client knows, but for those that need a login server. */
final class Credentials {

    static final String BASIC_SOURCE = "basic.auth.credentials.source";
    static final String BASIC_USER_INFO = "basic.auth.user.info";
    static final String BASIC_USER_INFO_PREFIXED = "schema.registry.basic.auth.user.info";
    static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    static final String BEARER_TOKEN = "bearer.auth.token";

    static final String URL = "URL";
    static final String USER_INFO = "USER_INFO";
    static final String STATIC_TOKEN = "STATIC_TOKEN";

    private Credentials() {}

    /** The value of the header {@code Authorization}, or empty when nobody needs to know who asks. */
    static Optional<Password> authorization(AbstractConfig configuration, List<URI> urls) {
        Optional<Password> basic = switch (configuration.getString(BASIC_SOURCE)) {
            case USER_INFO -> Optional.of(basic(userInfo(configuration)));
            // Only URL is left: the definition of the key allows no other.
            default -> userInfoOf(urls).map(Credentials::basic);
        };
        return basic.or(() -> token(configuration).map(token -> new Password("Bearer " + token)));
    }

    /** The URL without user and password, which belong into a header. */
    static URI withoutUserInfo(URI url) {
        return url.getRawUserInfo() == null ? url : URI.create(url.toString().replace(url.getRawUserInfo() + "@", ""));
    }

    private static String userInfo(AbstractConfig configuration) {
        return secret(configuration, BASIC_USER_INFO)
                .or(() -> secret(configuration, BASIC_USER_INFO_PREFIXED))
                .orElseThrow(() -> new ConfigException(BASIC_USER_INFO + " is not set: with " + BASIC_SOURCE + "="
                        + USER_INFO + " it must be user:password."));
    }

    private static Optional<String> userInfoOf(List<URI> urls) {
        return urls.stream()
                .map(URI::getUserInfo)
                .filter(userInfo -> userInfo != null)
                .findFirst();
    }

    private static Optional<String> token(AbstractConfig configuration) {
        if (configuration.getString(BEARER_SOURCE) == null) {
            return Optional.empty();
        }
        return Optional.of(secret(configuration, BEARER_TOKEN)
                .orElseThrow(() -> new ConfigException(BEARER_TOKEN + " is not set: with " + BEARER_SOURCE + "="
                        + STATIC_TOKEN + " it must be the token.")));
    }

    private static Optional<String> secret(AbstractConfig configuration, String key) {
        return Optional.ofNullable(configuration.getPassword(key))
                .map(Password::value)
                .filter(value -> !value.isBlank());
    }

    private static Password basic(String userInfo) {
        byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
        return new Password("Basic " + Base64.getEncoder().encodeToString(bytes));
    }
}
