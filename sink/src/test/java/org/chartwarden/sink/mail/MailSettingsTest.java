package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail.to       | not an address  | mail.to holds an address that is not valid",
                "mail.from     | a@x.org,b@x.org | mail.from must be exactly one address.",
                "mail.username | bot             | mail.username and mail.password: set both or neither.",
                "mail.password | secret          | mail.username and mail.password: set both or neither.",
                "mail.link     | http://h/{alert | mail.link is not a URL",
            })
    void shouldNameTheSettingThatIsWrong(String key, String value, String message) {
        Settings settings = Settings.of(Map.of(key, value));

        assertThatThrownBy(() -> MailSettings.of(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldInsistOnEncryptionAndLogInWhenToldTo() {
        MailSettings settings = MailSettings.of(
                Settings.of(Map.of("mail.starttls", "true", "mail.username", "bot", "mail.password", "secret")));

        assertThat(settings.session())
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.auth", "true");
    }

    @Test
    void shouldSendPlainlyByDefault() {
        assertThat(MailSettings.of(Settings.of(Map.of())).session())
                .containsEntry("mail.smtp.starttls.required", "false")
                .containsEntry("mail.smtp.auth", "false");
    }
}
