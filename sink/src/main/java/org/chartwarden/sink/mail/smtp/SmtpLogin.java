package org.chartwarden.sink.mail.smtp;

import java.util.Objects;

/** With which the SMTP server lets us in (RFC 4954). */
public record SmtpLogin(String username, String password) {

    public SmtpLogin {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username;
    }
}
