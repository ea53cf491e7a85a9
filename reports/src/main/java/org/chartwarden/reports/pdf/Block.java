package org.chartwarden.reports.pdf;

import org.xml.sax.SAXException;

/** A piece of a page. */
interface Block {

    void write(FoWriter fo) throws SAXException;
}
