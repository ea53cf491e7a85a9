package org.chartwarden.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldWriteEveryFieldOfAFullAccess() throws IOException {
        Document document = AccessDocument.of(Samples.fullAccess(), AccessIndices.MONTH, Samples.NOW);

        assertThat(json(document)).isEqualTo(JSON.readTree("""
                {
                  "@timestamp": "2026-01-31T23:59:59.999Z",
                  "tags": ["late"],
                  "event": {
                    "id": "e1", "kind": "event", "category": "database", "type": "access", "action": "R",
                    "outcome": "failure", "provider": "ehr", "end": "2026-02-01T00:00:02.999Z",
                    "duration": 3000000000, "created": "2026-02-01T00:00:00.000Z",
                    "ingested": "2026-02-01T00:00:00.123Z"
                  },
                  "user": {"id": "u1", "full_name": "Jane Doe", "roles": ["nurse"]},
                  "patient": {
                    "id": "p1", "merged_into": "p2", "known": true, "vip": true, "user_id": "u2", "deceased": true,
                    "days_since_death": 40, "security_labels": ["PSY"], "days_since_care": 41, "days_since_departments_care": 200,
                    "confirmed_violations": 2
                  },
                  "source": {"address": "10.0.0.7", "ip": "10.0.0.7"},
                  "http": {"request": {"id": "r1"}},
                  "rule": {"id": ["coworker-record"]},
                  "chartwarden": {
                    "revision": 3, "ingest_lag": 123, "explained": true, "late": true, "emergency": true,
                    "explanations": [{
                      "reason": "department-encounter", "strength": 0.5, "text": "An encounter in Oncology",
                      "evidence_ids": ["Encounter/enc1"]
                    }],
                    "unexplained_because": ["no order"], "first_of_pair": true, "silenced_by": "decision-1",
                    "relation": {
                      "same_family_name": true, "family_name_share": 0.001, "same_address": true,
                      "same_street": true, "distance_meters": 100, "related": true
                    },
                    "rule_hits": [{
                      "rule_id": "coworker-record", "rule_version": 2, "severity": "medium", "alert_id": "a1",
                      "reason": "a colleague's record"
                    }],
                    "category": "record", "outcome": "serious_failure", "purpose_of_use": ["TREAT", "BTG"],
                    "interactive": true, "token_id": "t1", "security_labels": ["R"], "query_parameters": ["family"],
                    "encounter_id": "enc1", "object_type": "Observation", "object_id": "o1",
                    "user_known": true, "user_role_in_source": "RN", "user_kind": "device", "user_on_leave": true,
                    "user_off_shift": true, "user_terminated": true, "user_confirmed_violations": 1,
                    "department_ids": ["d1"], "department_names": ["Oncology"]
                  }
                }
                """));
    }

    @Test
    void shouldLeaveOutWhatIsNotKnown() throws IOException {
        Document document = AccessDocument.of(Samples.leastAccess(), AccessIndices.MONTH, Samples.NOW);

        assertThat(json(document)).isEqualTo(JSON.readTree("""
                {
                  "@timestamp": "2026-01-31T23:59:59.999Z",
                  "tags": ["userless"],
                  "event": {
                    "id": "e1", "kind": "event", "type": "access", "action": "R", "outcome": "success",
                    "created": "2026-01-31T23:59:59.999Z", "ingested": "2026-02-01T00:00:00.123Z"
                  },
                  "chartwarden": {
                    "revision": 1, "ingest_lag": 124, "explained": false, "late": false, "emergency": false,
                    "category": "other", "outcome": "success", "user_known": false, "first_of_pair": false,
                    "interactive": false
                  }
                }
                """));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "u1,t1,false,",
                "none,t1,false,userless token-only",
                "none,none,false,userless",
                "none,t1,true,userless token-only late",
                "u1,none,true,late"
            })
    void shouldMarkWhoseUserCannotBeNamedAndWhatWasNotJudged(
            String userId, String tokenId, boolean late, String expected) throws IOException {
        ExplainedAccess access = ExplainedAccess.newBuilder(Samples.leastAccess())
                .setAccess(Samples.leastEvent()
                        .setUserId(userId)
                        .setTokenId(tokenId)
                        .build())
                .setLate(late)
                .build();

        Document document = AccessDocument.of(access, AccessIndices.MONTH, Samples.NOW);

        List<String> tags = new ArrayList<>();
        json(document).path("tags").forEach(tag -> tags.add(tag.textValue()));
        assertThat(tags).containsExactly(expected == null ? new String[0] : expected.split(" "));
    }

    @Test
    void shouldNotTellWhoIsCloseToWhomWhereNoRuleFired() throws IOException {
        ExplainedAccess silent = ExplainedAccess.newBuilder(Samples.fullAccess())
                .setRuleHits(List.of())
                .build();

        Document document = AccessDocument.of(silent, AccessIndices.MONTH, Samples.NOW);

        assertThat(json(document).at("/chartwarden").has("relation")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"0,0", "24,0", "25,50", "151,150", "2000,2000", "2001,none", "none,none"})
    void shouldTellDistancesOnlyRoughly(Integer meters, Integer told) throws IOException {
        ExplainedAccess full = Samples.fullAccess();
        ExplainedAccess access = ExplainedAccess.newBuilder(full)
                .setRelation(Relation.newBuilder(full.getRelation())
                        .setDistanceMeters(meters)
                        .build())
                .build();

        Document document = AccessDocument.of(access, AccessIndices.MONTH, Samples.NOW);

        JsonNode distance = json(document).at("/chartwarden/relation/distance_meters");
        assertThat(distance.isMissingNode() ? null : (Integer) distance.intValue())
                .isEqualTo(told);
    }

    @Test
    void shouldTakeIndexIdAndVersionFromTheAccessAlone() {
        Document document = AccessDocument.of(Samples.fullAccess(), AccessIndices.MONTH, Samples.NOW);

        assertThat(document.index()).isEqualTo("chartwarden-accesses-2026.01");
        assertThat(document.id()).isEqualTo("e1");
        assertThat(document.version()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "RECORD,database",
                "SEARCH,database",
                "EXPORT,database",
                "AUTHENTICATION,authentication",
                "SECURITY,intrusion_detection",
                "OTHER,none"
            })
    void shouldNameOnlyCategoriesThatEcsAllows(AccessCategory category, String expected) throws IOException {
        ExplainedAccess access = ExplainedAccess.newBuilder()
                .setAccess(Samples.leastEvent().setCategory(category).build())
                .setExplained(false)
                .build();

        Document document = AccessDocument.of(access, AccessIndices.MONTH, Samples.NOW);

        assertThat(json(document).at("/event/category").textValue()).isEqualTo(expected);
    }

    @Test
    void shouldRefuseAnIdThatElasticsearchCannotTakeWithoutQuotingIt() {
        ExplainedAccess access = ExplainedAccess.newBuilder()
                .setAccess(Samples.leastEvent().setEventId("é".repeat(257)).build())
                .setExplained(false)
                .build();

        assertThatThrownBy(() -> AccessDocument.of(access, AccessIndices.MONTH, Samples.NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event.id has 514 bytes, but Elasticsearch allows an id of 1 to 512");
    }

    private static JsonNode json(Document document) throws IOException {
        return JSON.readTree(document.fields().toJson());
    }
}
