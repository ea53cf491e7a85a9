package org.chartwarden.reports.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;

/** All that FOP may open: the class path. A picture that points to a file or into a network finds nothing. */
final class ClassPathResources implements ResourceResolver {

    static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private static final String SCHEME = "classpath";

    static InputStream open(String path) throws FileNotFoundException {
        InputStream found = ClassPathResources.class.getResourceAsStream(path);
        if (found == null) {
            throw new FileNotFoundException(path + " is not on the class path");
        }
        return found;
    }

    @Override
    public Resource getResource(URI uri) throws IOException {
        if (!SCHEME.equals(uri.getScheme())) {
            throw new FileNotFoundException("a report takes nothing from outside the class path");
        }
        return new Resource(open(uri.getPath()));
    }

    @Override
    public OutputStream getOutputStream(URI uri) throws IOException {
        throw new IOException("a report writes nothing but itself");
    }
}
