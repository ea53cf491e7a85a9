package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.Map;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {

    private static final AlertId ID = new AlertId("4f1c0a");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail.to            | not an address  | mail.to holds an address that is not valid",
                "mail.from          | a@x.org,b@x.org | mail.from must be exactly one address.",
                "mail.username      | bot             | mail.username and mail.password: set both or neither.",
                "mail.password      | secret          | mail.username and mail.password: set both or neither.",
                "mail.link          | http://h/{alert | mail.link is not a URL",
                "mail.courtesy.time | late            | mail.courtesy.time is \"late\", but must be a time of day",
                "tls.truststore     | nowhere.p12     | tls.truststore: the file nowhere.p12 could not be read.",
            })
    void shouldNameTheSettingThatIsWrong(String key, String value, String message) {
        Settings settings = Settings.of(Map.of(key, value));

        assertThatThrownBy(() -> MailSettings.of(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldNeverSendAPasswordUnencrypted() {
        Settings settings = Settings.of(Map.of("mail.username", "bot", "mail.password", "secret"));

        assertThatThrownBy(() -> MailSettings.of(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessage("mail.username needs mail.starttls=true: a password is never sent unencrypted.");
    }

    @Test
    void shouldNotShowThePasswordWhenPrinted() {
        MailSettings settings = of(Map.of("mail.starttls", "true", "mail.username", "bot", "mail.password", "secret"));

        assertThat(settings.toString()).doesNotContain("secret");
        assertThat(settings.server().login().orElseThrow().toString()).isEqualTo("bot");
    }

    @Test
    void shouldSendNoCourtesyNoticesUnlessToldTo() {
        assertThat(of(Map.of()).courtesyTime()).isEmpty();
        assertThat(of(Map.of("mail.courtesy", "true")).courtesyTime()).contains(LocalTime.of(20, 0));
    }

    @Test
    void shouldLinkIntoKibanaUnlessALinkWasSetByHand() {
        Map<String, String> kibana = Map.of("kibana.url", "https://kibana.example");
        Map<String, String> both =
                Map.of("kibana.url", "https://kibana.example", "mail.link", "https://console.example/{alertId}");

        assertThat(of(kibana).site().linkTo(ID).toString())
                .startsWith("https://kibana.example/app/")
                .contains("4f1c0a");
        assertThat(of(both).site().linkTo(ID)).hasToString("https://console.example/4f1c0a");
        assertThat(of(Map.of()).site().linkTo(ID)).hasToString("http://127.0.0.1:5601/app/discover");
    }

    private static MailSettings of(Map<String, String> settings) {
        return MailSettings.of(Settings.of(settings));
    }
}
