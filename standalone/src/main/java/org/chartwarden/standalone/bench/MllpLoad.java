package org.chartwarden.standalone.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.LongSupplier;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.bench.BenchHospital.Reading;

/** HL7 v2 transfers over MLLP: the next message goes when the last one is acknowledged. */
record MllpLoad(BenchHospital hospital, InetSocketAddress address) implements Load {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final int START = 0x0b;
    private static final int END = 0x1c;

    @Override
    public String title() {
        return "HL7 v2 over MLLP";
    }

    @Override
    public String source() {
        return "mllp";
    }

    @Override
    public Connection connect() throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        OutputStream out = socket.getOutputStream();
        InputStream in = new BufferedInputStream(socket.getInputStream());
        return new Connection() {
            @Override
            public int send(LongSupplier numbers) throws IOException {
                out.write(framed(hospital.reading(numbers.getAsLong())));
                requireAccepted(in);
                return 1;
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    private static byte[] framed(Reading reading) {
        int patient = Integer.parseInt(reading.patientId().substring("patient-".length()));
        String message = String.join(
                "\r",
                "MSH|^~\\&|ADT|HOSPITAL|CHARTWARDEN|HOSPITAL|%s||ADT^A02^ADT_A02|%s|P|2.5.1"
                        .formatted(TIME.format(reading.time()), reading.requestId()),
                "EVN|A02|" + TIME.format(reading.time()),
                "PID|1||%s^^^HOSPITAL^MR||Example^Patient".formatted(reading.patientId()),
                "PV1|1|I|%s||||||||||||||||%s"
                        .formatted(BenchHospital.departmentOf(patient), BenchHospital.encounterOf(patient)));
        byte[] bytes = (message + "\r").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream framed = new ByteArrayOutputStream(bytes.length + 3);
        framed.write(START);
        framed.writeBytes(bytes);
        framed.write(END);
        framed.write('\r');
        return framed.toByteArray();
    }

    private static void requireAccepted(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int next = in.read(); next != END; next = in.read()) {
            if (next < 0) {
                throw new StackException("The MLLP door closed the connection");
            }
            answer.write(next);
        }
        if (!answer.toString(StandardCharsets.UTF_8).contains("MSA|AA|")) {
            throw new StackException("The MLLP door did not accept a message");
        }
    }
}
