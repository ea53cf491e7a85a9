package org.chartwarden.streams.context;

/**
 * The newest version of each patient.
 *
 * <p>Not a KTable over its source topic as changelog: that is restored byte by byte without being read, so a record that
 * was dead-lettered as unreadable would be in the store after a restart, and fail every access to that patient.
 */
public final class PatientStore {

    /** By patient id. */
    public static final String STORE = "patients";

    private PatientStore() {}
}
