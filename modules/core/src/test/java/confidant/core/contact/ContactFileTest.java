package confidant.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.contact.ContactFile.Read;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactFileTest {
    private static final ContactForm FORM = new ContactForm(
            "main"::equals, Set.of(Purpose.GREETING, Purpose.SHARING), Instant.parse("2026-11-22T02:00:00Z"));
    private static final String HEADER = "channel,account,address,name,language,zone,purpose,agreed_at,evidence\n";

    private static String user(int number) {
        return "U" + String.format("%032x", number);
    }

    private static Read read(String text) {
        return ContactFile.read(text, FORM);
    }

    @Test
    void row_isRead_withEveryColumn() {
        Read read = read(HEADER + "LINE,main," + user(1)
                + ",林 美,zh-TW,Asia/Taipei,sharing greeting,2026-05-01,\"shop form, page 2\nsigned\"\n");
        assertThat(read.problem()).isEmpty();
        assertThat(read.faults()).isEmpty();
        ContactRow row = read.rows().get(0);
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.address()).isEqualTo(new Address(Channel.LINE, "main", Personal.of(user(1))));
        assertThat(row.name()).contains(Personal.of("林 美"));
        assertThat(row.lang()).contains(Lang.ZH_HANT);
        assertThat(row.zone()).contains(ZoneId.of("Asia/Taipei"));
        assertThat(row.said().orElseThrow().purposes()).containsExactly(Purpose.GREETING, Purpose.SHARING);
        assertThat(row.said().orElseThrow().words()).isEqualTo(Personal.of("shop form, page 2\nsigned"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void neededColumns_areEnough_whateverStandsBetween_andWithAMark(String between) {
        String file = "\uFEFF" + String.join(between, "Address", "Channel", "Account") + "\r\n"
                + String.join(between, user(1), "line", "main") + "\r\n\r\n"
                + String.join(between, user(2), "line", "main");
        Read read = read(file);
        assertThat(read.problem()).isEmpty();
        assertThat(read.rows()).extracting(ContactRow::line).containsExactly(2, 4);
        assertThat(read.rows().get(0).name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'webchat,main,%s,,,,,,',channel,channel",
        "'line,other,%s,,,,,,',account,account",
        "'line,main,U1,,,,,,',address,address",
        "'line,main,%s,,german,,,,',language,language",
        "'line,main,%s,,,Asia/Atlantis,,,',zone,zone",
        "'line,main,%s,,,,service,2026-05-01,form',purpose,purpose",
        "'line,main,%s,,,,Sharing!,2026-05-01,form',purpose,purpose",
        "'line,main,%s,,,,sharing,yesterday,form',agreed_at,date",
        "'line,main,%s,,,,sharing,2027-05-01,form',agreed_at,date",
        "'line,main,%s,,,,sharing,,form',evidence,together",
        "'line,main,%s,,,,sharing,2026-05-01,',evidence,together",
        "'line,main,%s',,columns",
    })
    void faultyRow_isNamedByLineAndReason(String row, String column, String reason) {
        Read read = read(HEADER + row.formatted(user(1)) + "\nline,main," + user(2) + ",,,,,,\n");
        assertThat(read.faults()).containsExactly(new Fault(2, column == null ? "" : column, reason));
        assertThat(read.rows()).hasSize(1);
    }

    @Test
    void longCells_areFaults() {
        Read read = read(HEADER + "line,main," + user(1) + "," + "n".repeat(101) + ",,,,,\n" + "line,main," + user(2)
                + ",,,,sharing,2026-05-01," + "e".repeat(1_001) + "\n");
        assertThat(read.faults()).containsExactly(new Fault(2, "name", "name"), new Fault(3, "evidence", "long"));
    }

    @Test
    void secondRowOfAnAddress_isAFault_alsoAfterAFaultyOne() {
        String row = "line,main," + user(1) + ",,,,,,\n";
        Read read = read(HEADER + row + row);
        assertThat(read.rows()).hasSize(1);
        assertThat(read.faults()).containsExactly(new Fault(3, "address", "twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',empty",
        "'channel,account,address\n',empty",
        "'channel,account\nline,main\n',header",
        "'channel,account,address,address\n',header",
        "'channel,account,address,Address\n',header",
        "'channel,account,address,\n',header",
        "'channel,account,address,birthday\nline,main,x,y\n',column",
        "'channel,account,address\nline,\"main\"x,y\n',broken",
        "'channel,account,address\nline,\"main,y\n',broken",
    })
    void fileThatIsNoListOfContacts_isAProblem(String file, String problem) {
        assertThat(read(file)).isEqualTo(new Read(problem, List.of(), List.of()));
    }

    @Test
    void fileOfTenThousandRows_isTaken_andOneMoreIsNot() {
        String rows =
                IntStream.range(0, 10_000).mapToObj(i -> "line,main," + user(i)).collect(Collectors.joining("\n"));
        String file = "channel,account,address\n" + rows;
        assertThat(read(file).rows()).hasSize(10_000);
        assertThat(read(file + "\nline,main,x").problem()).isEqualTo("rows");
    }
}
