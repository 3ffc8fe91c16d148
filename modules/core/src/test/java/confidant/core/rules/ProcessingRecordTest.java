package confidant.core.rules;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.TestHouse;
import confidant.core.rules.ProcessingRecord.Activity;
import confidant.core.rules.ProcessingRecord.Processing;
import confidant.model.Channel;
import confidant.policy.PolicyEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The record says what the rules say, purpose by purpose and class by class. */
class ProcessingRecordTest {
    private final TestHouse test = new TestHouse();
    private final ProcessingRecord records = test.rooms.processingRecord();

    @Test
    void record_hasEveryPurpose_withItsClassesAndNoOthers() {
        PolicyEngine rules = test.house.policy();
        Processing record = done(records.record(test.officer(), "audit"));

        assertThat(record.hash()).isEqualTo(rules.hash());
        assertThat(record.since()).contains(TestHouse.START);
        assertThat(record.activities()).extracting(Activity::purpose).containsExactlyElementsOf(rules.purposes());
        for (Activity activity : record.activities()) {
            assertThat(activity.classes())
                    .extracting(kept -> kept.info().id())
                    .containsExactlyElementsOf(rules.classes().stream()
                            .filter(info ->
                                    info.purposes().contains(activity.purpose().purpose()))
                            .map(info -> info.id())
                            .toList());
            assertThat(activity.grants())
                    .isEqualTo(rules.grants(activity.purpose().purpose()))
                    .isNotEmpty();
        }
    }

    @Test
    void record_namesTheSealedFieldsOfEachClass_andTheChannelsOfWhatIsSaid() {
        Processing record = done(records.record(test.officer(), "audit"));

        assertThat(activity(record, "greeting").classes())
                .filteredOn(kept -> kept.info().id().id().equals("birthday"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.fields()).containsExactly("due.note", "proposal.card", "tags.card"));
        assertThat(activity(record, "greeting").channels()).containsExactly(Channel.LINE);
        assertThat(activity(record, "confidence").channels()).containsExactly(Channel.LINE);
        assertThat(activity(record, "trip").channels()).isEmpty();
        assertThat(record.safety().root()).isEqualTo("file");
        assertThat(record.safety().erasureFinal()).isFalse();
        assertThat(record.safety().witnesses()).isZero();
    }

    @Test
    void record_saysWhichClassesNobodyTakesAway_thoughTheirTimeEnds() {
        Processing record = done(records.record(test.officer(), "audit"));

        assertThat(activity(record, "service").classes())
                .extracting(kept -> kept.info().id().id(), ProcessingRecord.Kept::swept)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("message", true),
                        org.assertj.core.groups.Tuple.tuple("name", true),
                        org.assertj.core.groups.Tuple.tuple("address", true),
                        org.assertj.core.groups.Tuple.tuple("dietary", true));
        assertThat(activity(record, "legal").classes())
                .extracting(kept -> kept.info().id().id(), ProcessingRecord.Kept::swept)
                .contains(org.assertj.core.groups.Tuple.tuple("consent", false));
    }

    @Test
    void record_asksForAReason() {
        assertThat(failure(records.record(test.officer(), "curiosity"))).isInstanceOf(BadRequest.class);
    }

    private static Activity activity(Processing record, String purpose) {
        List<Activity> found = record.activities().stream()
                .filter(activity -> activity.purpose().purpose().id().equals(purpose))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
