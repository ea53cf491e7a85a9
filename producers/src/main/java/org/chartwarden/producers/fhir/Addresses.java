package org.chartwarden.producers.fhir;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chartwarden.model.Address;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;

/** FHIR R4 Address (2.24.0.11), with HL7's extension for its place on the map, to {@link Address}. */
final class Addresses {

    private static final String GEOLOCATION = "http://hl7.org/fhir/StructureDefinition/geolocation";
    private static final int LATITUDES = 90;
    private static final int LONGITUDES = 180;

    private Addresses() {}

    /**
     * Where somebody lives: the first address whose use is home or not told. Were a work address taken for one, the
     * whole hospital would be one household.
     *
     * @param path the element that holds the addresses
     * @return null when there is none
     */
    static Address home(List<org.hl7.fhir.r4.model.Address> addresses, String path) throws Refusal {
        for (int index = 0; index < addresses.size(); index++) {
            org.hl7.fhir.r4.model.Address address = addresses.get(index);
            if (!address.hasUse() || address.getUse() == AddressUse.HOME) {
                return of(address, path + "[" + index + "]");
            }
        }
        return null;
    }

    private static Address of(org.hl7.fhir.r4.model.Address address, String path) throws Refusal {
        Extension place = address.getExtensionByUrl(GEOLOCATION);
        return Address.newBuilder()
                .setLine(line(address))
                .setPostalCode(Text.present(address.getPostalCode()).orElse(null))
                .setCity(Text.present(address.getCity()).orElse(null))
                .setLatitude(degrees(place, "latitude", LATITUDES, path))
                .setLongitude(degrees(place, "longitude", LONGITUDES, path))
                .build();
    }

    private static String line(org.hl7.fhir.r4.model.Address address) {
        return Text.present(address.getLine().stream()
                        .flatMap(line ->
                                Optional.ofNullable(line).map(PrimitiveType::getValue).flatMap(Text::present).stream())
                        .collect(Collectors.joining(" ")))
                .orElse(null);
    }

    /** @param place null where the extension is not there */
    private static Double degrees(Extension place, String name, int limit, String path) throws Refusal {
        if (place == null) {
            return null;
        }
        Extension part = place.getExtensionByUrl(name);
        BigDecimal value = part != null && part.getValue() instanceof DecimalType decimal ? decimal.getValue() : null;
        if (value == null || value.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
            throw new Refusal(
                    path + ".extension(geolocation)." + name,
                    "is no place on earth; a valueDecimal of degrees from -" + limit + " to " + limit + " is required");
        }
        return value.doubleValue();
    }
}
