package org.chartwarden.producers.net;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/**
 * Who a listener is to its clients, and whose certificates it trusts: {@code tls.keystore} and {@code tls.truststore},
 * read once. A renewed certificate is taken by a restart.
 *
 * @param context with key and trust managers; its users must allow {@link #PROTOCOLS} only
 * @param mutual whether clients must show a certificate
 */
public record TlsIdentity(SSLContext context, boolean mutual) {

    /** What is spoken: as IHE ITI-19 asks by BCP 195 (RFC 9325), nothing before TLS 1.2. */
    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /**
     * What a listener was told.
     *
     * @param mode a setting whose values are none, server and mutual
     * @return empty for none
     * @throws SettingsException naming the setting that is missing or wrong
     */
    public static Optional<TlsIdentity> of(Settings settings, Setting mode) {
        return switch (settings.text(mode).strip()) {
            case "none" -> Optional.empty();
            case "server" -> Optional.of(listener(settings, mode, false));
            case "mutual" -> Optional.of(listener(settings, mode, true));
            default ->
                throw new SettingsException(
                        mode.key() + " is \"" + settings.text(mode) + "\", but must be none, server or mutual.");
        };
    }

    /**
     * For a client: shows the certificate of {@code tls.keystore} where it is set, and trusts {@code tls.truststore},
     * else the authorities that Java trusts.
     */
    public static SSLContext client(Settings settings) {
        return context(settings);
    }

    private static TlsIdentity listener(Settings settings, Setting mode, boolean mutual) {
        require(settings, mode, Setting.TLS_KEYSTORE);
        if (mutual) {
            // Without it, whoever has a certificate from any public authority would be let in.
            require(settings, mode, Setting.TLS_TRUSTSTORE);
        }
        return new TlsIdentity(context(settings), mutual);
    }

    private static void require(Settings settings, Setting mode, Setting needed) {
        if (settings.optional(needed).isEmpty()) {
            throw new SettingsException(needed.key() + " is not set, but " + mode.key() + "="
                    + settings.text(mode).strip() + " needs it: a PKCS#12 or JKS file.");
        }
    }

    private static SSLContext context(Settings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(settings), authorities(settings), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SettingsException("TLS could not be set up from tls.keystore and tls.truststore (" + e + ").", e);
        }
    }

    /** @return null, which shows no certificate, when none is set */
    private static KeyManager[] keys(Settings settings) throws GeneralSecurityException {
        if (settings.optional(Setting.TLS_KEYSTORE).isEmpty()) {
            return null;
        }
        KeyStore store = load(settings, Setting.TLS_KEYSTORE, Setting.TLS_KEYSTORE_PASSWORD);
        boolean hasKey = false;
        for (String alias : Collections.list(store.aliases())) {
            hasKey |= store.isKeyEntry(alias);
        }
        if (!hasKey) {
            throw new SettingsException("tls.keystore: the file " + settings.text(Setting.TLS_KEYSTORE)
                    + " holds no private key. It must hold one with its certificate.");
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password(settings, Setting.TLS_KEYSTORE_PASSWORD));
        return factory.getKeyManagers();
    }

    /** @return null, which means those that Java trusts, when none are set */
    private static TrustManager[] authorities(Settings settings) throws GeneralSecurityException {
        if (settings.optional(Setting.TLS_TRUSTSTORE).isEmpty()) {
            return null;
        }
        KeyStore store = load(settings, Setting.TLS_TRUSTSTORE, Setting.TLS_TRUSTSTORE_PASSWORD);
        if (store.size() == 0) {
            throw new SettingsException("tls.truststore: the file " + settings.text(Setting.TLS_TRUSTSTORE)
                    + " holds no certificate that can be read. It must hold at least one; of a PKCS#12 file,"
                    + " tls.truststore.password must be set.");
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore load(Settings settings, Setting location, Setting password) {
        File file = new File(settings.text(location).strip());
        if (!file.isFile()) {
            throw new SettingsException(location.key() + ": the file " + file + " does not exist.");
        }
        try {
            return KeyStore.getInstance(file, password(settings, password));
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingsException(
                    location.key() + ": the file " + file + " could not be read. It must be a PKCS#12 or JKS file, and "
                            + password.key() + " its password.",
                    e);
        }
    }

    /** @return null when none is set */
    private static char[] password(Settings settings, Setting setting) {
        return settings.optional(setting).map(String::toCharArray).orElse(null);
    }
}
