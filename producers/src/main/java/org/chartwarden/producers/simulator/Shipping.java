package org.chartwarden.producers.simulator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chartwarden.producers.simulator.Shipment.AuditBundle;
import org.chartwarden.producers.simulator.Shipment.ContextLines;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;

/** Packs recordings into Bundles, and puts each late paper between the accesses before and after which it arrives. */
final class Shipping {

    private final List<Recording> recordings;
    private final List<Between> between;
    private final int entries;
    private final IParser parser = FhirContext.forR4Cached().newJsonParser().setPrettyPrint(false);

    /** What is shipped after the recordings that arrived until then. */
    private record Between(Instant arrival, Supplier<Shipment> shipment) {}

    /**
     * @param recordings in order of arrival
     * @param weeks when the weeks of the past end
     */
    Shipping(List<Recording> recordings, List<Paper> papers, List<Instant> weeks, int entries) {
        if (entries < 1) {
            throw new IllegalArgumentException("A Bundle needs at least 1 entry, not " + entries);
        }
        this.recordings = recordings;
        this.between = Stream.concat(
                        papers.stream().map(paper -> new Between(paper.arrival(), () -> lines(paper))),
                        weeks.stream().map(end -> new Between(end, Shipment.WeekPassed::new)))
                .sorted(Comparator.comparing(Between::arrival))
                .toList();
        this.entries = entries;
    }

    /** Cut into parcels at once, turned into FHIR one by one. */
    Stream<Shipment> shipments() {
        List<Stream<Shipment>> parts = new ArrayList<>();
        int sent = 0;
        for (Between each : between) {
            int next = sent;
            while (next < recordings.size() && !recordings.get(next).arrival().isAfter(each.arrival())) {
                next++;
            }
            parts.add(bundles(recordings.subList(sent, next)));
            parts.add(Stream.of(each).map(between -> between.shipment().get()));
            sent = next;
        }
        parts.add(bundles(recordings.subList(sent, recordings.size())));
        return parts.stream().flatMap(part -> part);
    }

    private Stream<Shipment> bundles(List<Recording> run) {
        return Stream.iterate(0, first -> first < run.size(), first -> first + entries)
                .map(first -> bundle(run.subList(first, Math.min(first + entries, run.size()))));
    }

    private Shipment bundle(List<Recording> parcel) {
        Bundle bundle = new Bundle().setType(BundleType.BATCH);
        for (Recording recording : parcel) {
            bundle.addEntry()
                    .setResource(AuditEvents.of(recording))
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("AuditEvent");
        }
        return new AuditBundle(parser.encodeResourceToString(bundle), parcel.size());
    }

    private Shipment lines(Paper paper) {
        return new ContextLines(List.of(parser.encodeResourceToString(FhirTerms.marked(paper.resource()))));
    }
}
