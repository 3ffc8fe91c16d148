package confidant.app.sample;

import confidant.model.Channel;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A client who never lived.
 *
 * @param consents the answer to each purpose that was asked; purposes left out were never asked
 * @param tags what is known, by the purpose that it is known for; only purposes with a yes
 * @param words what the client wrote, oldest first
 */
record Invented(
        int number,
        Channel channel,
        Lang lang,
        ZoneId zone,
        String name,
        Map<Purpose, Boolean> consents,
        Map<Purpose, List<Fact>> tags,
        List<String> words) {

    /** @param value in the canonical form of the kind */
    record Fact(String kind, String value) {
        @Override
        public String toString() {
            return "(" + kind + ")";
        }
    }

    @Override
    public String toString() {
        return "(invented client " + number + ")";
    }
}
