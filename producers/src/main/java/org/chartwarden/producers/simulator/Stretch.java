package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.List;

/**
 * What arrives within a span of time. Papers that arrive before anybody opens their patient's chart come first, as they
 * would; late ones come after the accesses, which they then explain in hindsight.
 *
 * @param end of the span
 * @param first papers that are in time
 * @param accesses in order of arrival
 * @param late papers that are not
 */
public record Stretch(Instant end, List<PaperLine> first, List<SimulatedAccess> accesses, List<PaperLine> late) {}
