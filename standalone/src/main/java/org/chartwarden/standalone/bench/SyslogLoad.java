package org.chartwarden.standalone.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import javax.net.SocketFactory;
import org.chartwarden.standalone.bench.BenchHospital.Reading;

/**
 * DICOM audit messages over a syslog connection, with octet counting. Syslog has no answers: the connection takes as much as the door
 * reads.
 */
record SyslogLoad(BenchHospital hospital, String title, String source, SocketFactory sockets, InetSocketAddress address)
        implements Load {

    private static final int BATCH = 100;

    @Override
    public Connection connect() throws IOException {
        Socket socket = sockets.createSocket(address.getAddress(), address.getPort());
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        return new Connection() {
            @Override
            public int send(LongSupplier numbers) throws IOException {
                for (int message = 0; message < BATCH; message++) {
                    byte[] bytes = message(hospital.reading(numbers.getAsLong()));
                    out.write((bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
                    out.write(bytes);
                }
                out.flush();
                return BATCH;
            }

            @Override
            public void close() throws IOException {
                out.flush();
                socket.shutdownOutput();
                socket.close();
            }
        };
    }

    /** RFC 5424, as IHE ITI-20 has it. */
    static byte[] message(Reading reading) {
        return """
                <85>1 %s host ehr - IHE+RFC-3881 - <AuditMessage>\
                <EventIdentification EventActionCode="R" EventDateTime="%s" EventOutcomeIndicator="0">\
                <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/></EventIdentification>\
                <ActiveParticipant UserID="%s" UserIsRequestor="true"/>\
                <AuditSourceIdentification AuditSourceID="ehr"/>\
                <ParticipantObjectIdentification ParticipantObjectID="%s" ParticipantObjectTypeCode="1" \
                ParticipantObjectTypeCodeRole="1"><ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" \
                originalText="Patient Number"/></ParticipantObjectIdentification>\
                <ParticipantObjectIdentification ParticipantObjectID="%s" ParticipantObjectTypeCode="4" \
                ParticipantObjectTypeCodeRole="21"><ParticipantObjectIDTypeCode csd-code="XrequestId" \
                codeSystemName="BALP" originalText="X-Request-Id"/></ParticipantObjectIdentification>\
                </AuditMessage>""".formatted(reading.time(), reading.time(), reading.userId(), reading.patientId(), reading.requestId())
                .getBytes(StandardCharsets.UTF_8);
    }
}
