package org.chartwarden.producers.delimited;

import java.util.List;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;

/** Makes records of what a row tells. */
interface RowMapper {

    List<Outgoing<?>> records(Told told) throws Refusal;

    /**
     * The keys that the row's records have; less is needed to tell them than to make the records.
     *
     * @throws UnsupportedOperationException when the kind has no snapshots
     */
    List<String> keys(Told told) throws Refusal;
}
