package org.chartwarden.producers.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.chartwarden.model.AccessCategory;
import org.junit.jupiter.api.Test;

class DicomEventsTest {

    @Test
    void shouldKnowEveryEventIdAndTypeOfTheStandard() {
        assertThat(IntStream.concat(IntStream.rangeClosed(110100, 110114), IntStream.rangeClosed(110120, 110147)))
                .allSatisfy(code -> assertThat(DicomEvents.category(Integer.toString(code)))
                        .as("%d", code)
                        .isPresent());
        assertThat(DicomEvents.category("IHE0006")).contains(AccessCategory.EXPORT);
        assertThat(DicomEvents.category("110150")).isEmpty();
    }

    @Test
    void shouldTakeOnlyTheStartOfAnOverrideForAnEmergency() {
        assertThat(IntStream.rangeClosed(110100, 110150)
                        .mapToObj(Integer::toString)
                        .filter(DicomEvents::emergency))
                .containsExactly("110127");
    }
}
