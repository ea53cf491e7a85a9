package org.chartwarden.reports.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Date;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;
import org.xml.sax.SAXException;

/** Apache FOP, set up so that a report looks the same everywhere: see fop.xml. */
final class FopEngine {

    private static final String SETTINGS = "fop.xml";
    /** Against which FOP resolves what is relative; has to be an address that Java knows, see {@link ClassPathResources}. */
    private static final URI NOWHERE = URI.create("file:/");

    private static final FopFactory FACTORY = factory();

    private FopEngine() {}

    /** A document under way: whoever tells it. */
    @FunctionalInterface
    interface Content {

        void write(FoWriter fo) throws SAXException;
    }

    /**
     * Lays out and writes an archivable document (PDF/A-2a), tagged for those who have it read to them.
     *
     * @return how many pages it has
     */
    static int write(Title title, Content content, OutputStream out) throws IOException {
        try {
            FOUserAgent agent = FACTORY.newFOUserAgent();
            agent.setTitle(title.title());
            agent.setAuthor(title.system());
            agent.setCreator("Chartwarden");
            agent.setCreationDate(Date.from(title.madeAt()));
            agent.getEventBroadcaster().addEventListener(new FopEvents());
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            var fop = agent.newFop(MimeConstants.MIME_PDF, pdf);
            FoWriter fo = new FoWriter(fop.getDefaultHandler());
            fo.begin();
            content.write(fo);
            fo.end();
            out.write(TimelessPdf.of(pdf.toByteArray(), title.madeAt()));
            return fop.getResults().getPageCount();
        } catch (SAXException e) {
            throw new IOException("the PDF could not be laid out", e);
        }
    }

    private static FopFactory factory() {
        try (InputStream settings = FopEngine.class.getResourceAsStream(SETTINGS)) {
            return new FopConfParser(settings, NOWHERE, new ClassPathResources())
                    .getFopFactoryBuilder()
                    .build();
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(SETTINGS + " on the class path cannot be read", e);
        }
    }
}
