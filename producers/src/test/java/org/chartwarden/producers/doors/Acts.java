package org.chartwarden.producers.doors;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;

/** Makes varied acts. Used once. */
final class Acts {

    private static final Instant MORNING = Instant.parse("2026-03-02T07:00:00Z");
    private static final List<String> OBJECTS =
            List.of("Observation", "DocumentReference", "MedicationRequest", "Condition", "ImagingStudy");
    private static final List<String> NAMES = List.of("Ada Example", "Ödön Müller-Łuk", "O'Neill, \"Pat\" & Sons <MD>");

    private final Random random = new Random(20260302);

    List<Act> hundred() {
        return IntStream.range(0, 100).mapToObj(this::act).toList();
    }

    private Act act(int number) {
        AccessCategory category = category(number);
        boolean named = number % 13 != 5;
        boolean ofPatient = ofPatient(category, number);
        boolean record = category == AccessCategory.RECORD;
        boolean ownResource = record && number % 7 == 3;
        String encounterId = ofPatient && record && !ownResource && random.nextBoolean() ? "e" + number : null;
        String object = objectType(ofPatient && category != AccessCategory.SEARCH, ownResource, encounterId, number);
        String patientId = ofPatient ? "p" + (100 + random.nextInt(30)) : null;
        return new Act(
                MORNING.plusSeconds(random.nextInt(36_000)).plusMillis(number),
                action(category, number),
                category,
                outcome(number),
                named ? "u" + random.nextInt(20) : null,
                named && random.nextInt(4) > 0 ? pick(NAMES) : null,
                named && random.nextInt(4) > 0 ? pick(List.of("RN", "MD", "CLERK")) : null,
                patientId,
                encounterId,
                object,
                objectId(object, patientId, encounterId, number),
                purposes(number),
                pick(List.of("ehr-1", "pacs.example.org")),
                random.nextInt(5) > 0 ? pick(List.of("10.1.2.3", "ward3-pc7.example.org", "2001:db8::7")) : null,
                random.nextBoolean() ? "request-" + number : null,
                named && random.nextBoolean(),
                object != null && random.nextInt(4) == 0 ? List.of("R") : List.of(),
                category == AccessCategory.SEARCH ? parameters(number) : List.of());
    }

    private static AccessCategory category(int number) {
        return switch (number % 10) {
            case 6, 7 -> AccessCategory.SEARCH;
            case 8 -> number % 20 == 8 ? AccessCategory.EXPORT : AccessCategory.AUTHENTICATION;
            case 9 -> number % 20 == 9 ? AccessCategory.SECURITY : AccessCategory.OTHER;
            default -> AccessCategory.RECORD;
        };
    }

    private static boolean ofPatient(AccessCategory category, int number) {
        return switch (category) {
            case RECORD, EXPORT -> true;
            case SEARCH -> number % 4 != 2;
            case AUTHENTICATION, SECURITY, OTHER -> false;
        };
    }

    private static Action action(AccessCategory category, int number) {
        return switch (category) {
            case RECORD ->
                List.of(Action.R, Action.R, Action.C, Action.U, Action.R, Action.D)
                        .get(number % 6);
            case EXPORT -> Action.R;
            case SEARCH, AUTHENTICATION, SECURITY, OTHER -> Action.E;
        };
    }

    private static Outcome outcome(int number) {
        return number % 11 == 0 ? Outcome.values()[number / 11 % 4] : Outcome.SUCCESS;
    }

    private static List<String> purposes(int number) {
        return switch (number % 8) {
            case 1 -> List.of("BTG");
            case 2 -> List.of("HPAYMT", "HOPERAT");
            case 3, 4 -> List.of("TREAT");
            default -> List.of();
        };
    }

    private static List<String> parameters(int number) {
        return number % 3 == 0 ? List.of("family", "given") : List.of("birthdate");
    }

    private static String objectType(boolean touched, boolean ownResource, String encounterId, int number) {
        if (!touched || ownResource) {
            return ownResource ? "Patient" : null;
        }
        return encounterId != null && number % 5 == 0 ? "Encounter" : OBJECTS.get(number % OBJECTS.size());
    }

    private static String objectId(String object, String patientId, String encounterId, int number) {
        if (object == null) {
            return null;
        }
        return switch (object) {
            case "Patient" -> patientId;
            case "Encounter" -> encounterId;
            default -> "o" + number;
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
