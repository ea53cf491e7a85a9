/**
 * ATNA audit messages: the XML of DICOM PS3.15, A.5, and of RFC 3881 before it, bare or in a syslog message.
 */
package org.chartwarden.producers.atna;
