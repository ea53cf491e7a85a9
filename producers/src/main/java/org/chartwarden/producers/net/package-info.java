/**
 * Listening on sockets: many connections, each cut into messages, in bounded memory and time. Knows no protocol.
 */
package org.chartwarden.producers.net;
