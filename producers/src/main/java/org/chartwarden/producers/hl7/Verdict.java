package org.chartwarden.producers.hl7;

import ca.uhn.hl7v2.ErrorCode;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;

/**
 * What is answered to a message.
 *
 * @param kind its second letter in MSA-1: {@code A} accepted, {@code E} wrong content, {@code R} rejected
 * @param condition of table 0357
 * @param location the element that is wrong; empty when it is the whole message, or none
 * @param words for the sender's people, in ASCII; empty when all is well
 */
record Verdict(char kind, ErrorCode condition, Optional<ErrorLocation> location, String words) {

    /** Kafka has all that the message became. */
    static final Verdict ACCEPTED = new Verdict('A', ErrorCode.MESSAGE_ACCEPTED, Optional.empty(), "");

    /** Nothing is certain. */
    static final Verdict NOT_STORED = new Verdict(
            'R', ErrorCode.APPLICATION_INTERNAL_ERROR, Optional.empty(), "Not stored for certain. Send it again.");

    /** On a message that Kafka has as a dead letter. */
    static Verdict of(Refusal refusal, byte[] message) {
        Optional<ErrorLocation> location = refusal.path().flatMap(ErrorLocation::of);
        ErrorCode condition = switch (refusal.path().orElse("")) {
            case "MSH-9.1" -> ErrorCode.UNSUPPORTED_MESSAGE_TYPE;
            case "MSH-9.2" -> ErrorCode.UNSUPPORTED_EVENT_CODE;
            case "MSH-11" -> ErrorCode.UNSUPPORTED_PROCESSING_ID;
            case "MSH-12" -> ErrorCode.UNSUPPORTED_VERSION_ID;
            case "MSH-18" -> ErrorCode.TABLE_VALUE_NOT_FOUND;
            default -> location.map(wrong -> content(wrong, message)).orElse(ErrorCode.DATA_TYPE_ERROR);
        };
        return new Verdict(
                isRejection(condition) ? 'R' : 'E',
                condition,
                location,
                refusal.getMessage() + ". It is kept as a dead letter.");
    }

    private static ErrorCode content(ErrorLocation wrong, byte[] message) {
        if (wrong.isIn(message)) {
            return ErrorCode.DATA_TYPE_ERROR;
        }
        return wrong.field() == 0 ? ErrorCode.SEGMENT_SEQUENCE_ERROR : ErrorCode.REQUIRED_FIELD_MISSING;
    }

    /** "AR" is for messages of a kind that the receiver does not take at all (2.9.2.2). */
    private static boolean isRejection(ErrorCode condition) {
        return condition == ErrorCode.UNSUPPORTED_MESSAGE_TYPE
                || condition == ErrorCode.UNSUPPORTED_EVENT_CODE
                || condition == ErrorCode.UNSUPPORTED_PROCESSING_ID
                || condition == ErrorCode.UNSUPPORTED_VERSION_ID;
    }

    boolean isAccepted() {
        return kind == 'A';
    }
}
