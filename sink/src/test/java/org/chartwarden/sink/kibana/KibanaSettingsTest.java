package org.chartwarden.sink.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;

class KibanaSettingsTest {

    private static final Optional<String> NONE = Optional.empty();

    @Test
    void shouldPreferTheAddressThatIsTyped() {
        Settings settings = Settings.of(Map.of("kibana.url", "https://kibana.example"));

        assertThat(KibanaSettings.of(settings, NONE, NONE).url()).isEqualTo("https://kibana.example");
        assertThat(KibanaSettings.of(settings, Optional.of("http://kibana:5601/base/"), NONE)
                        .url())
                .isEqualTo("http://kibana:5601/base");
    }

    @Test
    void shouldAskWhereKibanaIs() {
        assertThatThrownBy(() -> KibanaSettings.of(Settings.of(Map.of()), NONE, NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessage("Where is Kibana? Set kibana.url, or name it with --url.");
    }

    @Test
    void shouldRefuseWhatIsNoAddress() {
        assertThatThrownBy(() -> new KibanaSettings("kibana:5601", NONE, NONE, NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessage("Kibana's address must begin with http:// or https:// and have no query.");
    }

    @Test
    void shouldRefuseTheNameOfASpaceInsteadOfItsId() {
        assertThatThrownBy(() -> new KibanaSettings("http://kibana", Optional.of("Privacy Office"), NONE, NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessage("A space is named by its id: lower-case letters, digits, _ and -, as in Kibana's address"
                        + " after /s/.");
    }

    @Test
    void shouldRefuseAUserWithoutAPassword() {
        assertThatThrownBy(() -> new KibanaSettings("http://kibana", NONE, Optional.of("elastic"), NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessage("kibana.username and kibana.password: set both or neither.");
    }

    @Test
    void shouldSendNoAuthorizationWithoutAUser() {
        assertThat(new KibanaSettings("http://kibana", NONE, NONE, NONE).authorization())
                .isEmpty();
    }
}
