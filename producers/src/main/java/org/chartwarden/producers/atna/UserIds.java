package org.chartwarden.producers.atna;

import java.util.Optional;

/** What is the id in the forms that IHE gives to those of users and patients. */
final class UserIds {

    private UserIds() {}

    /**
     * A user's id. IHE XUA writes {@code alias<user@issuer>} for the subject of a SAML assertion (ITI TF-2, 3.40.4.2), and
     * HL7 v2 {@code id^family^given}: of both, the id.
     */
    static Optional<String> of(String text) {
        int begin = text.indexOf('<');
        if (begin >= 0 && text.endsWith(">")) {
            String subject = text.substring(begin + 1, text.length() - 1);
            int issuer = subject.lastIndexOf('@');
            return XmlElement.present(issuer > 0 ? subject.substring(0, issuer) : subject);
        }
        return component(text);
    }

    /** The id of {@code id^^^&1.2.3&ISO}, HL7 v2's CX; what has no such form is the id itself. */
    static Optional<String> component(String text) {
        int separator = text.indexOf('^');
        return XmlElement.present(separator < 0 ? text : text.substring(0, separator));
    }
}
