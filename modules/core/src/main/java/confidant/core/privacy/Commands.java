package confidant.core.privacy;

import confidant.core.people.Wish;
import confidant.model.Channel;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.PolicyEngine;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what a client says to the house about their data, in three languages. A message is a command only when it is nothing
 * else; what leaves a doubt stays a message for the concierge, and above all is never taken for a yes.
 */
final class Commands {
    private static final int LONGEST = 120;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String OPENING = "\"'“「『 ";
    private static final String CLOSING = "\"'”」』。.!！ ";
    private static final Pattern YES = whole("(?:i )?agree(?: to)?|(?:我)?同意");
    private static final Pattern NO = whole("(?:i )?decline|withdraw|take back|(?:我)?不同意|收回|撤回");
    private static final Pattern WRONG = whole("wrong|not true|remove|不對|不对|刪除|删除|反對|反对|object to");
    private static final Pattern CORRECT =
            Pattern.compile("(?:correct|更正|改正) ?([0-9a-f]{4})[ :,，]+(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAUSE =
            Pattern.compile("(?:pause|暫停|暂停)(?: (?:for )?([0-9]{1,3}) ?(?:days?|天|日)?| ?([0-9]{1,3}) ?(?:天|日)"
                    + "| ?(?:until|till|到|至) ?([0-9]{4}-[0-9]{2}-[0-9]{2}))?");
    private static final Pattern HOURS = Pattern.compile("(?:hours|only between|時段|时段) ?([0-9]{1,2})(?::([0-5][0-9]))?"
            + " ?(?:-|–|~|to|and|到|至) ?([0-9]{1,2})(?::([0-5][0-9]))?");
    private static final Pattern ANY_HOURS = Pattern.compile("any ?time|hours any|任何時段|任何时段|不限時段|不限时段");
    private static final Pattern OFTEN = Pattern.compile("(?:at most|no more than) ([0-9]{1,2}) (?:a|per) (week|month)"
            + "|(每週|每周|每星期|每月)(?:最多|至多) ?([0-9]{1,2}) ?[則则條条次]?");
    private static final Pattern ANY_OFTEN = Pattern.compile("any number|不限則數|不限则数|不限條數|不限条数");
    private static final Pattern OVER = Pattern.compile("only (?:by|over|on) (.+)|(?:只用|通路|渠道) ?(.+)");
    private static final Pattern COMPLAINT = Pattern.compile(
            "\\s*(?:complaint|complain|申訴|申诉|投訴|投诉)\\s*[:：]\\s*(.+)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final PolicyEngine policy;

    Commands(PolicyEngine policy) {
        this.policy = policy;
    }

    private static Pattern whole(String words) {
        return Pattern.compile("(?:" + words + ")(?:[ :：]*(.+))?");
    }

    /** The command that {@code text} is, if it is one. */
    Optional<Command> in(Personal<String> text) {
        Matcher complaint = COMPLAINT.matcher(text.reveal());
        if (complaint.matches()) {
            return Optional.of(
                    new Command.Complaint(Personal.of(complaint.group(1).strip())));
        }
        if (text.reveal().strip().length() > LONGEST) {
            // Every message comes by here: one that is too long to be a command costs no more than this.
            return Optional.empty();
        }
        Optional<Command> word = Words.in(text).map(Command.Plain::new);
        String written = written(text);
        String plain = written.toLowerCase(Locale.ROOT);
        return word.isPresent() || plain.length() > LONGEST
                ? word
                : Stream.<Optional<Command>>of(
                                answer(plain), fact(written), pause(plain), hours(plain), often(plain), over(plain))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** Without the marks around it. Every message comes by here, so no pattern looks for them. */
    private static String written(Personal<String> text) {
        String words = SPACES.matcher(Normalizer.normalize(text.reveal(), Normalizer.Form.NFKC))
                .replaceAll(" ");
        int from = 0;
        int to = words.length();
        while (from < to && OPENING.indexOf(words.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && CLOSING.indexOf(words.charAt(to - 1)) >= 0) {
            to--;
        }
        return words.substring(from, to);
    }

    private Optional<Command> answer(String plain) {
        Matcher no = NO.matcher(plain);
        if (no.matches()) {
            return answer(false, no.group(1));
        }
        Matcher yes = YES.matcher(plain);
        return yes.matches() ? answer(true, yes.group(1)) : Optional.empty();
    }

    private Optional<Command> answer(boolean yes, String named) {
        if (named == null) {
            return Optional.of(new Command.Answer(yes, Optional.empty()));
        }
        return purpose(named.strip()).map(purpose -> new Command.Answer(yes, Optional.of(purpose)));
    }

    private Optional<Purpose> purpose(String word) {
        String bare = word.replaceAll("^[「“\"『]|[」”\"』]$", "");
        return policy.purposes().stream()
                .filter(info -> info.basis() == Basis.CONSENT)
                .filter(info -> named(info, bare))
                .map(PurposeInfo::purpose)
                .findFirst();
    }

    private static boolean named(PurposeInfo info, String word) {
        return info.purpose().id().equals(word)
                || Stream.of(Lang.values())
                        .map(lang -> info.title().getOrDefault(lang, "").toLowerCase(Locale.ROOT))
                        .anyMatch(word::equals);
    }

    private static Optional<Command> fact(String written) {
        Matcher correct = CORRECT.matcher(written);
        if (correct.matches()) {
            return Optional.of(new Command.Correct(
                    correct.group(1).toLowerCase(Locale.ROOT),
                    Personal.of(correct.group(2).strip())));
        }
        Matcher wrong = WRONG.matcher(written.toLowerCase(Locale.ROOT));
        return wrong.matches() && wrong.group(1) != null && wrong.group(1).matches("[0-9a-f]{4}")
                ? Optional.of(new Command.Wrong(wrong.group(1)))
                : Optional.empty();
    }

    private static Optional<Command> pause(String plain) {
        Matcher pause = PAUSE.matcher(plain);
        if (!pause.matches()) {
            return Optional.empty();
        }
        try {
            Optional<LocalDate> until = Optional.ofNullable(pause.group(3)).map(LocalDate::parse);
            String days = pause.group(1) != null ? pause.group(1) : pause.group(2);
            return Optional.of(new Command.Pause(until, days == null ? 30 : Integer.parseInt(days)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Command> hours(String plain) {
        if (ANY_HOURS.matcher(plain).matches()) {
            return Optional.of(new Command.When(Optional.empty()));
        }
        Matcher hours = HOURS.matcher(plain);
        if (!hours.matches()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(hours.group(1), hours.group(2));
        Optional<LocalTime> to = time(hours.group(3), hours.group(4));
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? Optional.empty()
                : Optional.of(new Command.When(Optional.of(new Wish.Hours(from.get(), to.get()))));
    }

    private static Optional<LocalTime> time(String hour, String minute) {
        int hours = Integer.parseInt(hour) % 24;
        return Integer.parseInt(hour) > 24
                ? Optional.empty()
                : Optional.of(LocalTime.of(hours, minute == null ? 0 : Integer.parseInt(minute)));
    }

    private static Optional<Command> often(String plain) {
        if (ANY_OFTEN.matcher(plain).matches()) {
            return Optional.of(new Command.AtMost(Optional.empty()));
        }
        Matcher often = OFTEN.matcher(plain);
        if (!often.matches()) {
            return Optional.empty();
        }
        boolean english = often.group(1) != null;
        int most = Integer.parseInt(english ? often.group(1) : often.group(4));
        boolean month =
                english ? often.group(2).equals("month") : often.group(3).equals("每月");
        return most == 0
                ? Optional.empty()
                : Optional.of(new Command.AtMost(
                        Optional.of(new Wish.Often(most, month ? Wish.Span.MONTH : Wish.Span.WEEK))));
    }

    private static Optional<Command> over(String plain) {
        Matcher over = OVER.matcher(plain);
        if (!over.matches()) {
            return Optional.empty();
        }
        String named = over.group(1) != null ? over.group(1) : over.group(2);
        return switch (named.strip()) {
            case "line" -> Optional.of(new Command.Over(Optional.of(Channel.LINE)));
            case "web chat", "webchat", "the web chat", "網站對話", "网站对话" ->
                Optional.of(new Command.Over(Optional.of(Channel.WEBCHAT)));
            case "any", "不限" -> Optional.of(new Command.Over(Optional.empty()));
            default -> Optional.empty();
        };
    }
}
