package org.chartwarden.streams.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.chartwarden.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FamilyNamesTest {

    private final KeyValueStore<String, Long> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(FamilyNames.STORE), Serdes.String(), Serdes.Long())
            .withLoggingDisabled()
            .build();
    private final FamilyNames names = new FamilyNames(store);

    @BeforeEach
    void openStore() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
    }

    @Test
    void shouldTellTheShareAmongTheOthers() {
        add(40, "Smith");
        add(10, "Byron");
        names.replace(null, patient("Lovelace"));

        assertThat(names.share("Lovelace", "LOVELACE")).hasValue(0);
        assertThat(names.share("Smith", "Smith")).hasValue(39 / 50.0);
        assertThat(names.share("Smith-Byron", "Byron")).hasValue(9 / 50.0);
        assertThat(names.share("Smith", "Byron")).isEmpty();
        assertThat(names.share(null, "Byron")).isEmpty();
    }

    @Test
    void shouldTellNothingOfFewerThanFiftyOthers() {
        add(50, "Smith");
        assertThat(names.share("Smith", "Smith")).isEmpty();

        add(1, "Byron");
        assertThat(names.share("Smith", "Smith")).hasValue(49 / 50.0);
    }

    @Test
    void shouldCountThoseWhoMarryDieAndAreMerged() {
        add(60, "Smith");

        names.replace(patient("Smith"), patient("Byron"));
        names.replace(patient("Smith"), null);
        names.replace(
                patient("Smith"),
                Patient.newBuilder(patient("Smith")).setReplacedBy("p2").build());

        assertThat(names.share("Smith", "Smith")).hasValue(56 / 57.0);
    }

    private void add(int count, String familyName) {
        for (int each = 0; each < count; each++) {
            names.replace(null, patient(familyName));
        }
    }

    private static Patient patient(String familyName) {
        return Patient.newBuilder().setPatientId("p1").setFamilyName(familyName).build();
    }
}
