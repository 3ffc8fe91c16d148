package confidant.assistant;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the thing that somebody likes out of a statement of liking, in the client's own words. Pure. */
final class Likings {
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:love|like|enjoy|adore|loved|fond of|fan of|into|crazy about|passionate about|keen on|obsessed with|prefer|collect|always drink)"
                    + "\\s+(?:to\\s+)?(?:(?:a|an|the|some|any|all|all kinds of|all sorts of|really|good|eating|drinking)\\s+)*(?<what>[\\p{L}\\p{N}][\\p{L}\\p{N}' -]*)");
    private static final Pattern ENGLISH_FAVOURITE = Pattern.compile(
            "\\bfavou?rite\\s+[\\w -]{2,30}?\\s*(?:is|are|has always been|was always|=|:)\\s*(?:(?:a|an|the)\\s+)?(?<what>[\\p{L}\\p{N}][\\p{L}\\p{N}' -]*)"
                    + "|^(?<what2>[\\p{L}\\p{N}][\\p{L}\\p{N}' -]*?)\\s+(?:is|are) (?:my|our) (?:absolute |all time |all-time )?favou?rites?\\b");
    private static final Pattern ENGLISH_END = Pattern.compile(
            "\\s+(?:and|or|because|so|when|while|with you|a lot|very much|so much|too|as well|especially|most|more|in the morning|in general|these days"
                    + "|since|for|at the moment|lately|by the way|please|than|if|on)\\b.*$");
    private static final Pattern ENGLISH_BAD = Pattern.compile(
            "^(?:it|this|that|these|those|you|your|him|her|them|me|my|our|his|us|what|how|when|where|to|about|everything|anything|something"
                    + "|nothing|one|the one|be|being|book|booking|said|i|we|coming|having you|working with|talking to|if|paying|pay|which|every)\\b"
                    + "|\\b(?:card|cash|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|later|earlier|you|your)\\b");
    private static final Pattern CHINESE = Pattern.compile(
            "(?:喜欢|喜爱|最爱|热爱|偏好|中意|迷上了?|(?:很|超|特别|非常|就|平时|都|我|我们|真的)爱|着迷于|搜集|蒐集|收集|收藏|习惯喝)(?:的?(?:是|就是))?"
                    + "(?:吃|喝|听|看(?!展)|一些|各种|所有)?(?<what>[\\p{L}\\p{N} ]{1,14})");
    private static final Pattern CHINESE_FAVOURITE =
            Pattern.compile("(?:最(?:喜欢|爱)|喜欢)的.{1,6}?(?:是|就是)(?<what>[\\p{L}\\p{N} ]{1,12})");
    private static final Pattern CHINESE_ABOUT = Pattern.compile(
            "对(?<what>[\\p{L}\\p{N} ]{1,12}?)(?:很|非常|特别|一直|蛮|挺|超|都)*(?:有|感)兴趣|对(?<what2>[\\p{L}\\p{N} ]{1,12}?)(?:很|非常|特别)*着迷"
                    + "|是(?<what3>[\\p{L}\\p{N} ]{1,8})(?:迷|控)$");
    private static final Pattern CHINESE_END =
            Pattern.compile("(?:了|啦|喔|哦|啊|呀|耶|呢|的时候|时|因为|所以|而|跟你|和你|更胜|胜过|之类|等等|这类|这种|那种|的感觉|谢谢).*$");
    private static final Pattern CHINESE_BAD = Pattern.compile(
            "^(?:这|那|你|您|他|她|它|我|的|上|跟|和|被|把|一下|得|刷|付|用|到了|就|什么|哪|人|怎|是|早上|下午|晚上|星期|周|礼拜|自己|小孩|孩子)|[你您他她]|服务|包装|寄|送");
    private static final Set<String> EMPTY =
            Set.of("很", "吃", "喝", "看", "玩", "买", "去", "好", "ing", "things", "stuff", "lot");
    private static final int MOST_WORDS = 5;

    private Likings() {}

    static Optional<String> find(Clause clause) {
        return Lexicon.hasHan(clause.folded()) ? chinese(clause) : english(clause);
    }

    private static Optional<String> english(Clause clause) {
        for (Pattern form : new Pattern[] {ENGLISH_FAVOURITE, ENGLISH}) {
            Matcher found = form.matcher(clause.folded());
            if (found.find()) {
                int[] span = span(found);
                String what = clause.plain().substring(span[0], span[1]).strip();
                String end = ENGLISH_END.matcher(what).replaceFirst("").strip();
                String value = clauseCase(end, span[0]);
                boolean good = !value.isEmpty()
                        && value.split("\\s+").length <= MOST_WORDS
                        && !ENGLISH_BAD.matcher(Folding.same(value)).find()
                        && !EMPTY.contains(value);
                return good ? Optional.of(value) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A capital that only opened the sentence is dropped. */
    private static String clauseCase(String value, int start) {
        return start == 0
                        && value.length() > 1
                        && Character.isUpperCase(value.charAt(0))
                        && Character.isLowerCase(value.charAt(1))
                        && value.indexOf(' ') > 0
                        && value.substring(1).equals(value.substring(1).toLowerCase(java.util.Locale.ROOT))
                ? Character.toLowerCase(value.charAt(0)) + value.substring(1)
                : value;
    }

    private static Optional<String> chinese(Clause clause) {
        for (Pattern form : new Pattern[] {CHINESE_FAVOURITE, CHINESE_ABOUT, CHINESE}) {
            Matcher found = form.matcher(clause.folded());
            if (found.find()) {
                int[] span = span(found);
                String folded = clause.folded().substring(span[0], span[1]);
                int length = CHINESE_END.matcher(folded).replaceFirst("").length();
                String value =
                        clause.plain().substring(span[0], span[0] + length).strip();
                boolean good = !value.isEmpty()
                        && !CHINESE_BAD.matcher(Folding.same(value)).find()
                        && !EMPTY.contains(Folding.same(value));
                return good ? Optional.of(value) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int[] span(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.start(group) >= 0) {
                return new int[] {found.start(group), found.end(group)};
            }
        }
        return new int[] {found.start(), found.end()};
    }
}
