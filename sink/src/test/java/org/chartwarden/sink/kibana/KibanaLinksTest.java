package org.chartwarden.sink.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KibanaLinksTest {

    private static final Map<String, String> TYPES = Map.of("dashboards", "dashboard", "discover", "search");

    @Test
    void shouldLeadFromAMailToTheAlert() {
        String link = KibanaLinks.alert("https://kibana.example/s/privacy/").replace(KibanaLinks.ALERT_ID, "4f1c0a");

        assertThat(URI.create(link))
                .hasToString("https://kibana.example/s/privacy/app/discover#/view/chartwarden-one-alert"
                        + "?_g=(time:(from:now-1y,to:now))"
                        + "&_a=(query:(language:kuery,query:'event.id%3A%224f1c0a%22'))");
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeadToAnObjectThatIsThere(KibanaLinks link) {
        String application = link.template().split("[/#]")[2];

        assertThat(link.template()).startsWith("../app/" + application + "#/view/" + link.target() + "?");
        assertThat(ImportFile.find(TYPES.get(application) + ":" + link.target()))
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void shouldCarryTheQueryInTheAddress(KibanaLinks link) {
        Map<String, Object> state = state(link.template().replace("{{value}}", "p%2F%C3%A9%20%231"));

        assertThat(state)
                .isEqualTo(Map.of(
                        "_g", Map.of("time", Map.of("from", "now-1y", "to", "now")),
                        "_a",
                                Map.of(
                                        "query",
                                        Map.of(
                                                "language",
                                                "kuery",
                                                "query",
                                                link.query().replace("%s", "p/é #1")))));
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskForFieldsThatTheTargetHas(KibanaLinks link) {
        JsonNode target = ImportFile.OBJECTS.stream()
                .filter(object -> Set.of("dashboard", "search")
                        .contains(object.path("type").asText()))
                .filter(object -> object.path("id").asText().equals(link.target()))
                .findFirst()
                .orElseThrow();
        Set<String> fields = target.path("type").asText().equals("search")
                ? IndexFields.of(ImportFile.dataView(target)).keySet()
                : ImportFile.objects("index-pattern").stream()
                        .flatMap(view -> IndexFields.of(view).keySet().stream())
                        .collect(Collectors.toSet());

        assertThat(fields).containsAll(KqlTerms.of(link.query()).keySet());
    }

    @Test
    void shouldLinkFromAnAlertToBothInvestigations() {
        JsonNode formats = ImportFile.attribute(ImportFile.find("index-pattern:chartwarden-alerts"), "fieldFormatMap");

        assertThat(formats.at("/user.id/params/urlTemplate").asText()).isEqualTo(KibanaLinks.PERSON.template());
        assertThat(formats.at("/patient.id/params/urlTemplate").asText()).isEqualTo(KibanaLinks.PATIENT.template());
        assertThat(formats.at("/event.id/params/urlTemplate").asText())
                .isEqualTo(KibanaLinks.ALERT_ACCESSES.template());
    }

    /** As Kibana reads it: from the part behind the hash, decoded, then as rison. */
    private static Map<String, Object> state(String address) {
        String[] parameters = address.substring(address.indexOf('?') + 1).split("&");
        return Map.of(
                parameters[0].split("=")[0], Rison.parse(value(parameters[0])),
                parameters[1].split("=")[0], Rison.parse(value(parameters[1])));
    }

    private static String value(String parameter) {
        return URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
    }
}
