package org.chartwarden.producers.delimited;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.producers.doors.Act;

/** Acts as a file of the ready mapping access-log tells them. */
public final class AccessRowSamples {

    private static final String HEADER =
            "time,action,category,outcome,userId,userName,userRole,patientId,encounterId,objectType,objectId,"
                    + "purposeOfUse,sourceSystem,networkAddress,requestId,interactive,securityLabels,queryParameters";

    private AccessRowSamples() {}

    /** The whole file, with its header line. */
    public static byte[] file(List<Act> acts) {
        return Stream.concat(Stream.of(HEADER), acts.stream().map(AccessRowSamples::row))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(Act act) {
        return Stream.of(
                        act.time().toString(),
                        act.action().name(),
                        act.category().name(),
                        act.outcome().name(),
                        act.userId(),
                        act.userName(),
                        act.userRole(),
                        act.patientId(),
                        act.encounterId(),
                        act.objectType(),
                        act.objectId(),
                        String.join(";", act.purposeOfUse()),
                        act.sourceSystem(),
                        act.networkAddress(),
                        act.requestId(),
                        Boolean.toString(act.interactive()),
                        String.join(";", act.securityLabels()),
                        String.join(";", act.queryParameters()))
                .map(AccessRowSamples::quoted)
                .collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        return cell == null ? "" : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
