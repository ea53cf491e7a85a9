package org.chartwarden.settings;

/** A setting is missing, unknown or not allowed. The message says which, and what is allowed. */
public final class SettingsException extends RuntimeException {

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
