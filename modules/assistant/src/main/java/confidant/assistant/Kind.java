package confidant.assistant;

import java.util.regex.Pattern;

/** The tag kinds that are looked for: the words that open such a statement, and those that spoil it. */
enum Kind {
    BIRTHDAY(
            "birthday",
            "birth ?day|\\bbday\\b|\\bdob\\b|date of birth|\\bborn\\b|\\bturn(?:ing)? [0-9]{2}\\b|\\bbe (?:turning )?[0-9]{2} (?:on|in)\\b"
                    + "|生日|出生|生于|(?:号|日|[一二三四五六七八九十])生(?!产|意|活|鲜|鱼)|[满滿][0-9一二三四五六七八九十]+岁",
            "\\bif\\b|如果|假如|要是|party|gift for|card for|订位|订.*位子|蛋糕|公司|店庆|present for"),
    ANNIVERSARY(
            "anniversary",
            "anniversary|\\bmarried\\b|wedding day|tied the knot|纪念日|结婚|结的婚|领证|[一二三四五六七八九十0-9]+周年",
            "\\bif\\b|如果|假如|要是|company|store|shop's|school|公司|周年庆|店庆|校庆|要结婚|准备结婚|(?<!我|我们|本人)(?:和|跟|与)(?!我)[^我]{1,3}[0-9一二三四五六七八九十].{1,8}结婚|getting married|get married|will marry|参加|attend"),
    REGION(
            "region",
            "\\b(?:live|living|lived|based|reside|residing|moved|move|settled|come|i'm from|am from|we're from|are from|home|flat|apartment|house|stay)\\b"
                    + "|住|定居|搬到|搬来|搬去|家在|人在|老家|生活|我是|我们是",
            "hotel|staying at|airbnb|hostel|resort|\\bif\\b|used to|formerly|previously|wish|would|yesterday"
                    + "|(?<!\\bmoved [^.]{1,30})last (?:year|week|month|time)|as a (?:child|student|kid)|\\bwhen i was\\b|vacation|holiday|deliver|send|parcel|order|meeting"
                    + "|酒店|饭店|民宿|旅馆|宾馆|旅店|如果|假如|要是|以前|曾|过去|小时候|住过|住院|寄到|送到|出差|旅行|旅游|几天|几晚|一晚|两晚|三晚|希望|想住|想搬|打算搬|下周|下个月|明天|入住"),
    LIKES(
            "likes",
            "\\b(?:love|like|enjoy|adore|fond of|fan of|into|crazy about|passionate about|favou?rite|prefer|collect|drink|loved|keen on|obsessed with)\\b"
                    + "|喜欢|喜爱|最爱|热爱|爱|偏好|中意|着迷|迷上|感兴趣|有兴趣|搜集|蒐集|收集|收藏|习惯喝",
            "\\bif\\b|would|'d (?:like|love|prefer|rather)|used to|wish|feel like|feels like|looks? like|sounds? like|seems? like|something like|anything like|just like|like (?:that|this|to (?:book|ask|know|see|order|change|cancel|make))"
                    + "|如果|假如|要是|以前|曾经|小时候|爱你|爱她|爱他|亲爱|可爱|爱心|敬爱|恩爱|喜欢.{0,6}(?:颜色|款|尺寸).{0,3}(?:可以|能|想)"),
    TRAVEL_PLAN(
            "travel-plan",
            "\\b(?:trip|going to|go to|fly|flying|travel|travell?ing|heading|off to|holiday|vacation|honeymoon|visit|visiting|leave for|leaving for|be in|spend|flights? to|taking .{1,20} to|tour)\\b"
                    + "|去|飞|到|旅行|旅游|出差|度假|蜜月|行程|出发|会在|机票|玩",
            "\\bif\\b|used to|wish i|last (?:year|week|month|summer|winter)|yesterday|came back|been to|\\bwas\\b|\\bwere\\b|went|cancel|called off|how much|how far|weather"
                    + "|\\blive\\b|lived|dream|someday|one day|delivery|deliver|ship|send|parcel|postpone|meeting"
                    + "|如果|假如|要是|以前|曾|去过|到过|回来|去年|上次|上个月|昨天|前天|取消|真希望|梦想|听说|寄|送到|送去|多少钱|天气|火车|高铁|推荐|住在|生活|搬|上班|到货|开会|延期");

    private static final Pattern NEGATED = Pattern.compile(
            "\\b(?:not(?! only)|\\w+n't|cannot|never|no longer|hate|dislike|without|neither|nor|hardly|can't stand|isnt|dont|wont|didnt|doesnt|no plans?|instead of|rather than)\\b"
                    + "|不(?!错|仅|只|过)|没(?!错)|未(?!来|婚)|别(?!墅|人)|讨厌|并非|无法|免了|算了|哪有");

    private final String id;
    private final Pattern cue;
    private final Pattern spoiled;

    Kind(String id, String cue, String spoiled) {
        this.id = id;
        this.cue = Pattern.compile(cue);
        this.spoiled = Pattern.compile(spoiled);
    }

    String id() {
        return id;
    }

    Pattern cue() {
        return cue;
    }

    /** Whether the clause holds a word that opens a statement of any kind. */
    static boolean anyCue(Clause clause) {
        for (Kind kind : values()) {
            if (kind.cue.matcher(clause.folded()).find()) {
                return true;
            }
        }
        return false;
    }

    boolean spoiled(String folded) {
        return spoiled.matcher(folded).find() || NEGATED.matcher(folded).find();
    }
}
