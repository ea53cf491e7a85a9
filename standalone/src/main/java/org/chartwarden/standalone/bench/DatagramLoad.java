package org.chartwarden.standalone.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.function.LongSupplier;

/**
 * DICOM audit messages over UDP. Nothing holds a sender back, so this one waits by itself until the producers have counted
 * what it sent: the rate is the highest at which nothing is lost.
 */
record DatagramLoad(BenchHospital hospital, InetSocketAddress address, Taken taken) implements Load {

    private static final int BATCH = 50;

    @Override
    public String title() {
        return "ATNA over UDP";
    }

    @Override
    public String source() {
        return "syslog-udp";
    }

    @Override
    public Connection connect() throws IOException {
        DatagramSocket socket = new DatagramSocket();
        return new Connection() {
            @Override
            public int send(LongSupplier numbers) throws Exception {
                long before = taken.count(source());
                for (int message = 0; message < BATCH; message++) {
                    byte[] bytes = SyslogLoad.message(hospital.reading(numbers.getAsLong()));
                    socket.send(new DatagramPacket(bytes, bytes.length, address));
                }
                taken.await(source(), before + BATCH);
                return BATCH;
            }

            @Override
            public void close() {
                socket.close();
            }
        };
    }
}
