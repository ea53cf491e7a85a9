package org.chartwarden.registry;

import org.apache.avro.Schema;

/**
 * One version of a subject.
 *
 * @param subject whose version it is
 * @param version counts up from 1 within the subject
 * @param id unique in the registry; equal schemas of several subjects share it
 * @param schema with its references resolved
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
