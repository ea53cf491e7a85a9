package org.chartwarden.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.OperationType;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.chartwarden.sink.elasticsearch.ElasticsearchFailures.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElasticsearchFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "201, none, STORED",
        "200, none, STORED",
        "409, version_conflict_engine_exception, STORED",
        "400, document_parsing_exception, REJECTED",
        "400, strict_dynamic_mapping_exception, REJECTED",
        "400, illegal_argument_exception, REJECTED",
        "413, circuit_breaking_exception, REJECTED",
        "400, index_closed_exception, LATER",
        "400, validation_exception, LATER",
        "401, security_exception, LATER",
        "403, cluster_block_exception, LATER",
        "404, index_not_found_exception, LATER",
        "429, es_rejected_execution_exception, LATER",
        "503, unavailable_shards_exception, LATER"
    })
    void shouldRejectOnlyWhatIsTheDocumentsOwnFault(int status, String type, Verdict verdict) {
        assertThat(ElasticsearchFailures.verdict(item(status, type, "because"))).isEqualTo(verdict);
    }

    @Test
    void shouldNameTheFieldButNotItsValue() {
        BulkResponseItem item = item(
                400,
                "document_parsing_exception",
                "[1:9] failed to parse field [event.created] of type [date] in document with id 'e1'."
                        + " Preview of field's value: 'Jane Doe'");

        assertThat(ElasticsearchFailures.describe(item)).isEqualTo("document_parsing_exception at field event.created");
    }

    @Test
    void shouldNotRepeatTheServersWords() {
        assertThat(ElasticsearchFailures.describe(item(400, "illegal_argument_exception", "bytes of Jane Doe")))
                .isEqualTo("illegal_argument_exception");
    }

    @Test
    void shouldSayWhatBrokeAConnection() {
        assertThat(ElasticsearchFailures.describe(new CompletionException(new ConnectException("127.0.0.1"))))
                .isEqualTo("ConnectException");
    }

    private static BulkResponseItem item(int status, String type, String reason) {
        return BulkResponseItem.of(item -> {
            item.operationType(OperationType.Index).index("i").id("e1").status(status);
            return "none".equals(type)
                    ? item
                    : item.error(error -> error.type(type).reason(reason));
        });
    }
}
