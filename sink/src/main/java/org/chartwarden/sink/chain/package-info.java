/**
 * Tamper evidence: every document that vouches for something is sealed by its fingerprint in a hash chain that lives in
 * Kafka. docs/evidence.md says over which bytes, so that others can redo it.
 */
package org.chartwarden.sink.chain;
