package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.Purpose;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets on their way to being in force: what speaks against them, and that they arrive as they were. */
final class PolicyDraftTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

    @TempDir
    Path folder;

    @Test
    void rulesInOrder_haveNoProblems() {
        PolicyDraft draft = PolicyDraft.read(House.policies(), TODAY);

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.set()).isPresent();
        assertThat(PolicyDraft.none().set()).isEmpty();
        assertThat(PolicyDraft.none().problems()).hasSize(1);
    }

    @Test
    void gapsAndGoldenTables_areProblemsOfASetThatCanBeRead() {
        House.copy(folder);
        House.edit(folder, "concierge.cedar", "@transform(\"ageBand:10\")", "@transform(\"ageBand:5\")");
        House.edit(folder, "manager.cedar", "2027-05-01", "2026-11-28");

        PolicyDraft draft = PolicyDraft.read(folder, TODAY);

        assertThat(draft.set()).isPresent();
        assertThat(draft.problems()).hasSize(2);
        assertThat(draft.problems().get(0)).contains("`manager-sees-no-client`: the day of review is past");
        assertThat(draft.problems().get(1)).startsWith("concierge.csv line 23");
    }

    @Test
    void folderThatCannotBeRead_isNoSet() {
        PolicyDraft draft = PolicyDraft.read(folder, TODAY);

        assertThat(draft.set()).isEmpty();
        assertThat(draft.problems()).contains("purposes.yaml: the file is missing (restore it from the release)");
    }

    @Test
    void packedSet_decidesAsBefore() {
        PolicySet set = PolicySet.read(House.policies());
        byte[] packed = set.pack();

        PolicySet back = PolicySet.unpack(packed);

        assertThat(back.hash()).isEqualTo(set.hash());
        assertThat(back.texts()).isEqualTo(set.texts());
        assertThat(back.rules()).isEqualTo(set.rules());
        assertThat(packed).hasSizeLessThan(30_000);
    }

    @Test
    void bytesThatAreNoPack_areRefused() throws IOException {
        byte[] packed = PolicySet.read(House.policies()).pack();

        assertThatThrownBy(() -> PolicySet.unpack(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PolicySet.unpack(Arrays.copyOf(packed, packed.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
        ByteArrayOutputStream odd = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(odd))) {
            out.writeUTF("rules.cedar");
            out.writeInt(-1);
        }
        assertThatThrownBy(() -> PolicySet.unpack(odd.toByteArray())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void purposeOnAnotherBasis_isNamed_andNoOther() {
        House.copy(folder);
        House.edit(folder, Facts.PURPOSES, "  - id: trip\n", "  - id: trips\n");
        House.edit(folder, Facts.PURPOSES, "basis: contract\n", "basis: legal-duty\n");
        // Classes that named what is gone are of no concern here.
        House.edit(folder, Facts.CLASSES, "purposes: [trip]", "purposes: [trips]");
        House.edit(folder, Facts.CLASSES, "purposes: [service, trip]", "purposes: [service, trips]");

        assertThat(PolicySet.read(folder).rebased(PolicySet.read(House.policies())))
                .containsExactly(Purpose.SERVICE);
    }
}
