package confidant.system;

import confidant.fake.line.LineEvents;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who the clients of the day are and what they say; invented, and like nothing else in the house. */
final class Marks {
    static final String NAME = "Zyxaria Quillfeather";
    static final String NAME_ZH = "歐陽蘭漪";
    static final String PHONE = "0912-777-333";
    static final String MAIL = "zyxaria@quillfeather.example";
    static final String STREET = "77 Vermilion Lock Lane";
    static final String WORDS = "the heron nests behind the orangery";
    static final String WORDS_ZH = "紫藤樹下的第三張長椅";
    static final String REPLY = "your lantern barge is moored at dusk";
    static final String URL = "https://secret-garden.example/visit?key=vellum-9f3b";
    static final String LIKES = "obsidian marionettes";
    static final String PLAN = "sleeper train to Samarkand";
    static final String USER =
            LineEvents.userId(0x7e57ab1e_5eed_c0deL).replace("U0000000000000000", "Ufeedbeefcafe4242");
    static final String SECOND_USER =
            LineEvents.userId(0x0dd5_b0bb_1e5eL).replace("U0000000000000000", "Uabad1deadecade77");
    /** Somebody who never writes: their concierge brings them in a file. */
    static final String BROUGHT =
            LineEvents.userId(0x5eed_b0a7_f11eL).replace("U0000000000000000", "Ubedabb1edfacade5");

    static final String EVIDENCE = "a tick on the pergola guest list";
    /** The house's own content, which lies openly. */
    static final String OPEN = "An evening of paper theatre";

    private Marks() {}

    /** By what each is called. */
    static Map<String, String> personal() {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("name", NAME);
        marks.put("Chinese name", NAME_ZH);
        marks.put("phone", PHONE);
        marks.put("mail", MAIL);
        marks.put("street", STREET);
        marks.put("words", WORDS);
        marks.put("Chinese words", WORDS_ZH);
        marks.put("reply", REPLY);
        marks.put("url", URL);
        marks.put("likes", LIKES);
        marks.put("plan", PLAN);
        marks.put("user", USER.substring(1));
        marks.put("second user", SECOND_USER.substring(1));
        marks.put("brought user", BROUGHT.substring(1));
        marks.put("evidence", EVIDENCE);
        return marks;
    }
}
