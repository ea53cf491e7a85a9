package org.chartwarden.producers.http;

import java.util.Optional;

/**
 * Which resource a sender means.
 *
 * @param type such as Patient
 * @param id its logical id; empty when it has none, or when it is to be given one
 * @param isUpdate whether it was sent by PUT
 */
record ResourceKey(String type, Optional<String> id, boolean isUpdate) {}
