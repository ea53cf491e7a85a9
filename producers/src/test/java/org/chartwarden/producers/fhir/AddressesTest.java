package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartwarden.model.Address;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"p\",\"address\":[%s]}";
    private static final String PLACE = "{\"city\":\"Town\",\"extension\":[{\"url\":"
            + "\"http://hl7.org/fhir/StructureDefinition/geolocation\",\"extension\":[%s]}]}";

    @Test
    void shouldReadAddressWithItsPlace() throws Refusal {
        Address address = address("""
                {"use":"home","line":["High Street 1"," Flat 2 "],"city":"Town","postalCode":"12345",
                 "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/geolocation","extension":[
                   {"url":"latitude","valueDecimal":52.5163},{"url":"longitude","valueDecimal":-13.5}]}]}""");

        assertThat(address).isEqualTo(new Address("High Street 1 Flat 2", "12345", "Town", 52.5163, -13.5));
    }

    @Test
    void shouldTakeFirstAddressThatMayBeHome() throws Refusal {
        Address address = address("""
                {"use":"old","city":"Old"},{"use":"temp","city":"Temporary"},{"use":"work","city":"Hospital"},
                {"use":"billing","city":"Office"},{"city":"Home"},{"use":"home","city":"Second"}""");

        assertThat(address.getCity()).isEqualTo("Home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "temp", "work", "billing"})
    void shouldTakeNoOtherAddressForHome(String use) throws Refusal {
        assertThat(address("{\"use\":\"%s\",\"city\":\"Town\"}".formatted(use))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"url\":\"latitude\",\"valueDecimal\":90.5},{\"url\":\"longitude\",\"valueDecimal\":1}"
                        + "|latitude is no place on earth; a valueDecimal of degrees from -90 to 90 is required",
                "{\"url\":\"latitude\",\"valueDecimal\":90},{\"url\":\"longitude\",\"valueDecimal\":-180.5}"
                        + "|longitude is no place on earth; a valueDecimal of degrees from -180 to 180 is required",
                "{\"url\":\"latitude\",\"valueDecimal\":90}"
                        + "|longitude is no place on earth; a valueDecimal of degrees from -180 to 180 is required",
                "{\"url\":\"latitude\",\"valueString\":\"52\"}"
                        + "|latitude is no place on earth; a valueDecimal of degrees from -90 to 90 is required",
            })
    void shouldRefusePlace(String coordinates, String message) {
        assertThat(ContextSamples.refusal(PATIENT.formatted(PLACE.formatted(coordinates))))
                .hasMessage("Patient.address[0].extension(geolocation)." + message);
    }

    private static Address address(String addresses) throws Refusal {
        return ContextSamples.patient(PATIENT.formatted(addresses)).getAddress();
    }
}
