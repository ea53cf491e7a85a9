package org.chartwarden.producers.delimited;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;

/** Reads the rows behind one header by a mapping. */
final class RowReader implements RecordReader {

    private final Mapping mapping;
    private final byte[] headerLine;
    private final Instant asOf;
    private final Header header;
    private final RowParser parser;
    private final RowMapper mapper;

    /**
     * @param asOf since when holds what a row of context says
     * @param clock tells when an access was received
     */
    RowReader(Mapping mapping, byte[] headerLine, Instant asOf, Clock clock) throws Refusal {
        this.mapping = mapping;
        this.headerLine = headerLine.clone();
        this.asOf = asOf;
        this.header = Header.of(mapping.format(), headerLine, mapping.requiredColumns(), mapping.columns());
        this.parser = new RowParser(mapping.format());
        RowVersion version = new RowVersion(asOf, clock);
        this.mapper = switch (mapping.kind()) {
            case ACCESS -> new AccessRows(clock);
            case WORKFORCE -> new StaffRows(version);
            case LEAVE -> new LeaveRows(version);
            case SHIFTS -> new ShiftRows(version);
            case WATCH_LIST -> new WatchRows(version);
        };
    }

    @Override
    public String feed() {
        return mapping.name();
    }

    @Override
    public byte[] header() {
        return headerLine.clone();
    }

    /** An access tells its own time. */
    @Override
    public Instant asOf() {
        return mapping.kind() == Kind.ACCESS ? null : asOf;
    }

    @Override
    public List<Outgoing<?>> read(byte[] raw) throws Refusal {
        Row row = row(raw);
        return isNeeded(row) ? mapper.records(new Told(mapping, row)) : List.of();
    }

    /**
     * What a row says in a snapshot by being there.
     *
     * @param keys of the records that it stands for; none when it is not needed
     * @param begin of a dated shift
     */
    record Presence(List<String> keys, Optional<Instant> begin) {}

    Presence presence(byte[] raw) throws Refusal {
        Row row = row(raw);
        if (!isNeeded(row)) {
            return new Presence(List.of(), Optional.empty());
        }
        Told told = new Told(mapping, row);
        return new Presence(
                mapper.keys(told),
                mapping.kind() == Kind.SHIFTS ? told.instant("start", Moments.Day.REFUSED) : Optional.empty());
    }

    private Row row(byte[] raw) throws Refusal {
        return Row.of(header, parser.cells(raw));
    }

    private boolean isNeeded(Row row) throws Refusal {
        if (row.isBlank()) {
            return false;
        }
        for (Filter filter : mapping.filters()) {
            if (!filter.passes(row)) {
                return false;
            }
        }
        return true;
    }
}
