package org.chartwarden.standalone.stack;

/**
 * Where mail is handed in, without encryption or authentication.
 *
 * @param host name or address
 * @param port TCP port
 */
public record SmtpAddress(String host, int port) {}
