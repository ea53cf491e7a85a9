package org.chartwarden.streams.context;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.Patient;

/** What two versions of one patient say together. */
public final class PatientVersions {

    /** The labels that mark a VIP. */
    private static final Set<String> VIP = Set.of("CEL", "VIP");

    private PatientVersions() {}

    /**
     * The newer version; where it does not tell whether the patient is a VIP, with the mark of the other.
     *
     * @param arriving null when the patient is gone
     * @param known null when none is on record
     */
    public static Patient together(Patient arriving, Patient known) {
        if (arriving == null || known == null) {
            return arriving;
        }
        return Versions.isOlder(arriving.getUpdatedAt(), known.getUpdatedAt())
                ? marked(known, arriving)
                : marked(arriving, known);
    }

    private static Patient marked(Patient newest, Patient other) {
        return newest.getVipTold() || !other.getVipTold()
                ? newest
                : Patient.newBuilder(newest)
                        .setVip(other.getVip())
                        .setVipTold(true)
                        .setSecurityLabels(labels(newest, other))
                        .build();
    }

    private static List<String> labels(Patient newest, Patient other) {
        return Stream.concat(
                        other.getSecurityLabels().stream().filter(VIP::contains), newest.getSecurityLabels().stream())
                .distinct()
                .toList();
    }
}
