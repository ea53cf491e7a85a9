/**
 * The narrow interface between the sources and everything else: raw records are cut out of what arrives, understood or
 * refused with the reason, and sent. A new source is a folder of its own that implements {@link
 * org.chartwarden.producers.source.Source} or {@link org.chartwarden.producers.source.Feed}.
 */
package org.chartwarden.producers.source;
