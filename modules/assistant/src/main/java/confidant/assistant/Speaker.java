package confidant.assistant;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows whom a message talks about, clause by clause: in Chinese the subject is often left out and then is the last
 * one named. Not thread-safe; one for each message.
 */
final class Speaker {
    private static final String KIN = "妈妈|爸爸|妈|爸|父亲|母亲|父母|爷爷|奶奶|外公|外婆|阿公|阿嬷|姐姐|妹妹|哥哥|弟弟|姐|妹|哥|弟|儿子|女儿|小孩|孩子"
            + "|太太|老婆|先生|老公|丈夫|妻子|男友|女友|男朋友|女朋友|朋友|同事|老板|主管|同学|家人|亲戚|侄子|侄女|外甥|孙子|孙女|客人|客户|邻居|助理|秘书|岳父|岳母|公公|婆婆|闺蜜|室友|伴侣|未婚妻|未婚夫";
    private static final Pattern CHINESE_OTHER =
            Pattern.compile("(?:" + KIN + ")|(?<!其)[他她](?:们)?|(?:人家|别人|大家|有人)|你们?|您");
    private static final Pattern CHINESE_COMPANY =
            Pattern.compile("(?:和|跟|与|同|陪|带|送|给|帮|替)(?:着)?(?:我|我们)?(?:的)?(?:一个)?$");
    private static final Pattern CHINESE_SELF = Pattern.compile("我(?!(?:的|们)?(?:" + KIN + "))|本人|咱们?|小弟|小妹我");
    private static final String FOLK =
            "mother|mom|mum|father|dad|parents|sister|brother|son|daughter|kids?|children|child|wife|husband|partner"
                    + "|boyfriend|girlfriend|fiance|fiancee|friends?|boss|colleagues?|coworkers?|neighbou?rs?|aunt|uncle|cousins?|niece|nephew|grandmother"
                    + "|grandfather|grandma|grandpa|grandson|granddaughter|in-laws|mother-in-law|father-in-law|assistant|secretary|roommate|client|guests?|family|team|dog|cat|baby|twins";
    private static final Pattern ENGLISH_OTHER = Pattern.compile(
            "\\b(?:he|she|they|his|her|their|your|you|someone|everyone|people|who)\\b"
                    + "|\\b(?:my|our|the|a) (?:\\w+ )?(?:" + FOLK + ")\\b(?! and (?:i|me)\\b)"
                    + "|\\b(?:loves|likes|lives|prefers|enjoys|adores|moved out|wants|turns|collects|travels|flies|goes)\\b");
    private static final Pattern ENGLISH_NAMED = Pattern.compile(
            "\\b(?!I\\b|My\\b|Our\\b|We\\b|It\\b|Today\\b|Tomorrow\\b|That\\b|Here\\b|There\\b|What\\b|Let\\b"
                    + "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b)[A-Z][a-z]+'s\\b");
    private static final Pattern ENGLISH_SELF =
            Pattern.compile("\\b(?:i|my|we|our|mine|i'm|i've|i'll|we're|we've|we'll|me|im|ive)\\b");
    private static final Pattern ENGLISH_SPOUSE = Pattern.compile("\\bmy (?:wife|husband|partner)(?: and (?:i|me)\\b)");

    private boolean other;

    /**
     * Whether the clause up to {@code cue} speaks of its author.
     *
     * @param cue where the predicate starts, such as `likes` or `birthday`
     */
    boolean isAuthor(Clause clause, int cue) {
        String before = clause.folded().substring(0, cue);
        if (Lexicon.hasHan(clause.folded())) {
            return chinese(before);
        }
        String reach = clause.folded().substring(0, Math.min(clause.folded().length(), cue + 12));
        if (ENGLISH_NAMED.matcher(clause.plain()).find()
                || (otherIn(before, reach) && !ENGLISH_SPOUSE.matcher(before).find())) {
            return false;
        }
        return ENGLISH_SELF.matcher(clause.folded()).find() || (!other && startsBare(before));
    }

    private static boolean otherIn(String before, String reach) {
        Matcher verb = ENGLISH_OTHER.matcher(reach);
        while (verb.find()) {
            if (verb.start() <= before.length()) {
                return true;
            }
        }
        return false;
    }

    /** `Love oolong tea`: no subject in front of the verb, but perhaps a filler. */
    private static boolean startsBare(String before) {
        return before.strip().isEmpty()
                || before.strip()
                        .matches(
                                "(?:absolutely|really|also|just|and|so|currently|always|btw|by the way|thinking of|yes|well|hi|hello"
                                        + "|born|planning|thinking (?:of|about)|next|the|tomorrow is|today is|it's|it is)(?: \\w+)?");
    }

    private boolean chinese(String before) {
        Matcher named = CHINESE_OTHER.matcher(before);
        boolean stranger = false;
        while (named.find()) {
            stranger |=
                    !CHINESE_COMPANY.matcher(before.substring(0, named.start())).find();
        }
        if (stranger) {
            return false;
        }
        return CHINESE_SELF.matcher(before).find() || !other;
    }

    /** Remembers whom the clause was about for the clauses that name nobody. */
    void heard(Clause clause) {
        String folded = clause.folded();
        boolean han = Lexicon.hasHan(folded);
        boolean self = (han ? CHINESE_SELF : ENGLISH_SELF).matcher(folded).find();
        boolean stranger =
                han ? !chinese(folded) : ENGLISH_OTHER.matcher(folded).find();
        if (stranger && !(han && self && folded.startsWith("我") && chinese(folded))) {
            other = true;
        } else if (self) {
            other = false;
        }
    }
}
