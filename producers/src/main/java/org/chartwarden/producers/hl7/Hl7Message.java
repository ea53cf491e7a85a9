package org.chartwarden.producers.hl7;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.producers.source.Refusal;

/**
 * The segments of a message that are read here, in their order. Results, notes, insurances and local segments are passed
 * over: they may be large, and they explain no access.
 */
record Hl7Message(Header header, List<Segment> segments) {

    private static final Set<String> READ =
            Set.of("MSH", "EVN", "PID", "PD1", "MRG", "PV1", "PV2", "SCH", "TQ1", "AIS", "AIL", "AIP", "ORC", "OBR");

    /** No real segment of these comes near; what does is a mistake or malice. */
    private static final int SEGMENT_LIMIT = 64 * 1024;

    private static final int SEGMENTS_LIMIT = 1_000;
    private static final int NAME_LENGTH = 3;

    /** @throws Refusal when it is no message, in no known character set, or has what no message needs */
    static Hl7Message of(byte[] raw) throws Refusal {
        Header header = Header.of(raw);
        header.requireSupported();
        String text = CharacterSets.decode(raw, header.charset());
        Map<String, Integer> numbers = new HashMap<>();
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfSegment(text, start);
            String name = text.substring(start, Math.min(end, start + NAME_LENGTH));
            if (READ.contains(name)) {
                int number = numbers.merge(name, 1, Integer::sum);
                Segment segment = new Segment(
                        name,
                        number,
                        text.substring(start, end),
                        header.segment().encoding());
                requireSound(segment);
                segments.add(segment);
            }
            if (segments.size() > SEGMENTS_LIMIT) {
                throw new Refusal("The message has more than " + SEGMENTS_LIMIT + " segments that are read here");
            }
            start = end + 1;
        }
        return new Hl7Message(header, List.copyOf(segments));
    }

    /** A carriage return (2.4.2); some send line feeds, or both. */
    private static int endOfSegment(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    /** The topology separates ids by a NUL, and no id or name needs any other control character. */
    private static void requireSound(Segment segment) throws Refusal {
        String text = segment.text();
        if (text.length() > SEGMENT_LIMIT) {
            throw new Refusal(segment.path(), "is longer than " + SEGMENT_LIMIT + " characters");
        }
        if (segment.number() > 1 && segment.name().equals("MSH")) {
            throw new Refusal(segment.path(), "begins another message; one message at a time is read");
        }
        if (text.chars().anyMatch(character -> character < ' ' && character != '\t' || character == 127)) {
            throw new Refusal(segment.path(), "has a control character; none but tab is allowed");
        }
    }

    List<Segment> all(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).toList();
    }

    Optional<Segment> first(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }

    /** @throws Refusal when there is none */
    Segment required(String name) throws Refusal {
        return first(name)
                .orElseThrow(() -> new Refusal(name, "is missing; this type of message requires the segment"));
    }

    /** The parts that begin with a segment of this name: {@code PID} parts a merge, {@code ORC} a set of orders. */
    List<Hl7Message> parts(String name) {
        List<Hl7Message> parts = new ArrayList<>();
        int start = -1;
        for (int index = 0; index <= segments.size(); index++) {
            if (index == segments.size() || segments.get(index).name().equals(name)) {
                if (start >= 0) {
                    parts.add(new Hl7Message(header, segments.subList(start, index)));
                }
                start = index;
            }
        }
        return parts;
    }
}
