package org.chartwarden.standalone.elasticsearch;

import java.net.URI;
import java.nio.file.Path;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.JavaProgram;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.process.Probe;

/**
 * The embedded Elasticsearch node, HTTP on loopback, no security.
 *
 * @param process the node, not started
 * @param url the base address of its REST API
 */
public record ElasticsearchServer(ManagedProcess process, URI url) {

    private static final String NAME = "elasticsearch";

    /** Prepares the node over the directory's {@code elasticsearch} folder. */
    public static ElasticsearchServer in(DataDirectory directory, Ports ports) {
        Path home = directory.folder(NAME);
        int port = ports.take(NAME);
        JavaProgram program = JavaProgram.of(
                        NAME,
                        ElasticsearchMain.class,
                        "-Xmx512m",
                        // The node looks for home/lib/platform before it reads its settings.
                        "-Des.path.home=" + home,
                        // The library of vector functions is not on Maven Central.
                        "-Dorg.elasticsearch.nativeaccess.enableVectorLibrary=false",
                        // JDK 24 and later warn of sun.misc.Unsafe and of native calls; both are expected here.
                        "-Dio.netty.noUnsafe=true",
                        "-Dio.netty.noKeySetOptimization=true",
                        "--enable-native-access=ALL-UNNAMED")
                .withArguments(home.toString(), Integer.toString(port));
        URI url = URI.create("http://127.0.0.1:" + port);
        // The first answers after a start come before the indices are back: wait for yellow.
        Probe probe = Probe.http(URI.create(url + "/_cluster/health?wait_for_status=yellow&timeout=1s"));
        return new ElasticsearchServer(new ManagedProcess(program, directory.processFiles(NAME), probe), url);
    }
}
