package org.chartwarden.producers.simulator;

import java.time.Instant;

/**
 * One access: one interaction on one patient's record.
 *
 * @param opening who opens whose chart
 * @param time when
 * @param interaction what is done
 * @param object on what: a relative reference such as {@code Observation/p1001-3}; the query of a search
 * @param requestId the X-Request-Id of the HTTP interaction; the patients of one result list share it
 */
record Act(Opening opening, Instant time, Interaction interaction, String object, String requestId) {}
