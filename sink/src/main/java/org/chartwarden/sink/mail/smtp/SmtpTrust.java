package org.chartwarden.sink.mail.smtp;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/** Whose certificates are trusted: the site's own authorities, where it names some. */
final class SmtpTrust {

    private SmtpTrust() {}

    /**
     * @return empty for those that Java trusts
     * @throws SettingsException when the file of the authorities cannot be read or holds none
     */
    static Optional<SSLSocketFactory> of(Settings settings) {
        return settings.optional(Setting.TLS_TRUSTSTORE)
                .map(file -> factory(file.strip(), settings.optional(Setting.TLS_TRUSTSTORE_PASSWORD)));
    }

    private static SSLSocketFactory factory(String file, Optional<String> password) {
        try {
            KeyStore store = KeyStore.getInstance(
                    new File(file), password.map(String::toCharArray).orElse(null));
            if (store.size() == 0) {
                throw new SettingsException("tls.truststore: the file " + file + " holds no certificate that can be"
                        + " read. It must hold at least one; of a PKCS#12 file, tls.truststore.password must be set.");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new SettingsException(
                    "tls.truststore: the file " + file + " could not be read. It must be a PKCS#12 or JKS file, and"
                            + " tls.truststore.password its password.",
                    e);
        }
    }
}
