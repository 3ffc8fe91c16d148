package confidant.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** Somebody who works in the house, whatever their part. Not personal by itself: a part and a random number. */
public record StaffId(Part part, UUID value) {

    /** What somebody does in the house. */
    public enum Part {
        CONCIERGE,
        OFFICER,
        MANAGER;

        /**
         * Reads a {@link #word()}.
         *
         * @throws IllegalArgumentException if {@code word} is none
         */
        public static Part of(String word) {
            return Arrays.stream(values())
                    .filter(part -> part.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a part of staff"));
        }

        /** The word used in sessions, in the store and over HTTP. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static StaffId of(ConciergeId id) {
        return new StaffId(Part.CONCIERGE, id.value());
    }

    public static StaffId of(OfficerId id) {
        return new StaffId(Part.OFFICER, id.value());
    }

    public static StaffId of(ManagerId id) {
        return new StaffId(Part.MANAGER, id.value());
    }

    /**
     * Reads {@code part/number}.
     *
     * @throws IllegalArgumentException if {@code text} has another form; it is not repeated in the message
     */
    public static StaffId parse(String text) {
        for (Part part : Part.values()) {
            String start = part.word() + "/";
            if (text.startsWith(start)) {
                return new StaffId(part, Ids.uuid(text.substring(start.length())));
            }
        }
        throw new IllegalArgumentException("not an id of staff");
    }

    public Actor actor() {
        return switch (part) {
            case CONCIERGE -> Actor.of(new ConciergeId(value));
            case OFFICER -> Actor.of(new OfficerId(value));
            case MANAGER -> Actor.of(new ManagerId(value));
        };
    }

    @Override
    public String toString() {
        return part.word() + "/" + value;
    }
}
