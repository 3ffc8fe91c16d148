package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import confidant.model.StaffId.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the groups of a company make somebody here. */
final class RolesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copy() {
        House.copy(folder);
    }

    private PolicyEngine engine() {
        return new PolicyEngine(PolicySet.read(folder));
    }

    private List<PolicyProblem> problems() {
        return catchThrowableOfType(PolicyInvalid.class, () -> PolicySet.read(folder))
                .problems();
    }

    private void roles(String text) throws IOException {
        Files.writeString(folder.resolve(Facts.ROLES), text);
    }

    @Test
    void group_gives_the_role_that_stands_behind_it_and_no_other_does() {
        PolicyEngine engine = engine();
        assertThat(engine.parts(List.of("everybody", "confidant-concierges"))).containsExactly(Part.CONCIERGE);
        assertThat(engine.parts(List.of("confidant-officers", "confidant-concierges")))
                .containsExactlyInAnyOrder(Part.OFFICER, Part.CONCIERGE);
        assertThat(engine.parts(List.of("Confidant-Officers", "officer", ""))).isEmpty();
        assertThat(engine.parts(List.of())).isEmpty();
    }

    @Test
    void rules_without_the_file_give_nobody_a_role() throws IOException {
        Files.delete(folder.resolve(Facts.ROLES));
        assertThat(engine().parts(List.of("confidant-officers"))).isEmpty();
    }

    @Test
    void file_is_part_of_the_fingerprint_and_of_the_pack() throws IOException {
        PolicySet before = PolicySet.read(folder);
        roles("roles:\n  vault: officer\n");
        PolicySet after = PolicySet.read(folder);
        assertThat(after.hash()).isNotEqualTo(before.hash());
        PolicyEngine unpacked = new PolicyEngine(PolicySet.unpack(after.pack()));
        assertThat(unpacked.parts(List.of("vault", "confidant-officers"))).containsExactly(Part.OFFICER);
    }

    @Test
    void role_that_is_none_is_a_problem() throws IOException {
        roles("roles:\n  staff: manger\n  others:\n");
        assertThat(problems())
                .extracting(PolicyProblem::toString)
                .anySatisfy(line ->
                        assertThat(line).contains("roles.yaml", "`manger` is not concierge, officer or manager"))
                .anySatisfy(line -> assertThat(line).contains("roles.yaml", "`others` has no word"))
                .hasSize(2);
    }

    @Test
    void file_of_another_form_is_a_problem() throws IOException {
        roles("roles: [officer]\n");
        assertThat(problems()).isNotEmpty().allMatch(problem -> problem.file().equals("roles.yaml"));
        roles("role:\n  a: officer\n");
        assertThat(problems()).isNotEmpty().allMatch(problem -> problem.file().equals("roles.yaml"));
        roles("roles:\n  a: officer\n  a: concierge\n");
        assertThat(problems()).isNotEmpty().allMatch(problem -> problem.file().equals("roles.yaml"));
    }
}
