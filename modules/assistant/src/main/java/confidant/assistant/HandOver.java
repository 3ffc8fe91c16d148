package confidant.assistant;

import java.util.regex.Pattern;

/**
 * Says when a line belongs to a person although its words fit an answer: somebody is upset, wants something done, tells
 * rather than asks, or asks after their own order or appointment. An answer out of a book is the wrong reply to these.
 */
final class HandOver {
    private static final Pattern OWN_AFFAIR = Pattern.compile(
            "\\b(?:when|what time|where|why|which day) (?:is|was|are|were|did|has|have|does) (?:my (?!receipt|invoice|data)|our)\\b"
                    + "|^(?:\\W*(?:hi|hello|hey|and|but|so|please|sorry)\\W+)*(?:did|has|have|why)\\b"
                    + "|\\b(?:is|are) my \\w+(?: \\w+)? (?:ready|done|here|there|in|back|confirmed|finished|shipped)\\b"
                    + "|\\b(?:did you|have you|you promised|you said|you told)\\b"
                    + "|了吗|了没|好了|为什么|为何|怎么还|怎么没|还没|明明|答应|约的是|订的是|我的(?:预约|订单|订位|包裹|东西|货)(?:是|在|到|什么时候|几点)");
    private static final Pattern WANTS = Pattern.compile(
            "\\b(?:please|pls|i need|we need|i want|i would like|i'd like|tell me|send me|show me|give me|let me|connect me|how to)\\b"
                    + "|请|我要|我想|想|麻烦|给我|发我|传我|转|找|换真人|告诉|需要|求");
    private static final Pattern TELLS = Pattern.compile("\\b(?:am|was|were|too|my own)\\b|太|不是|昨|错");
    private static final int SHORT = 4;
    private static final int SHORT_HAN = 8;

    private final Intents intents;

    HandOver(Intents intents) {
        this.intents = intents;
    }

    /** Whether a person should answer {@code text}, whatever the FAQ says. */
    boolean needsPerson(String text) {
        String folded = Folding.fold(text).strip();
        boolean asks = Questions.asks(text);
        return OWN_AFFAIR.matcher(folded).find() || (!asks && !requests(folded)) || moved(text, asks);
    }

    /** A line without a question may still ask: `business hours`, `please send me the address`. */
    private static boolean requests(String folded) {
        if (TELLS.matcher(folded).find()) {
            return false;
        }
        int most = Lexicon.hasHan(folded) ? SHORT_HAN : SHORT;
        return WANTS.matcher(folded).find() || Lexicon.units(folded).size() <= most;
    }

    private boolean moved(String text, boolean asks) {
        Intents.Read read = intents.of(text);
        return switch (read.intent()) {
            case COMPLAINT -> read.chance() >= (asks ? 0.6 : 0.35);
            case BOOK, CHANGE_BOOKING -> !asks && read.chance() >= 0.35;
            default -> false;
        };
    }
}
