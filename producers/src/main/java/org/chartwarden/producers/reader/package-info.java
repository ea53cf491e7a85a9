/**
 * What every source and every output is made of: raw records are read one at a time, understood or refused with the
 * reason, and sent.
 */
package org.chartwarden.producers.reader;
