package org.chartwarden.producers.simulator;

import java.time.Instant;

/**
 * One AuditEvent on its way: an act as one system recorded it.
 *
 * @param recordingId logical id of the AuditEvent
 * @param act what was done
 * @param recorder which side of the HTTP interaction recorded it
 * @param recorded AuditEvent.recorded, by that side's clock
 * @param arrival when it reaches Chartwarden; minutes after it was recorded where a system was slow
 */
record Recording(String recordingId, Act act, Recorder recorder, Instant recorded, Instant arrival) {

    enum Recorder {
        SERVER,
        CLIENT
    }
}
