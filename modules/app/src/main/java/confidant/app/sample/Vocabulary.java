package confidant.app.sample;

import confidant.model.Lang;
import java.util.List;
import java.util.SplittableRandom;

/** The words that invented clients are made of, in three languages. */
final class Vocabulary {
    private static final String[] FAMILY_HANT = "陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 郭 洪 曾".split(" ");
    private static final String[] FAMILY_HANS = "陈 林 黄 张 李 王 吴 刘 蔡 杨 许 郑 谢 郭 周 徐".split(" ");
    private static final String[] GIVEN = "怡君 雅婷 家豪 志明 美玲 佩珊 宗翰 心怡 淑芬 建宏 欣怡 子涵 宇航 思远 若曦 安琪".split(" ");
    private static final String[] FIRST =
            "Alice Ben Clara Daniel Emma Felix Grace Henry Iris Jack Kate Liam Mia Noah Olivia Paul".split(" ");
    private static final String[] LAST =
            "Ashton Bell Carter Dalton Ellis Foster Grant Hughes Irving Keller Lane Mason Nolan Owens Pratt Quinn"
                    .split(" ");
    private static final String[] REGIONS = "north north central south east abroad".split(" ");

    private static final List<List<String>> LIKES = List.of(
            List.of("烏龍茶", "古典音樂", "登山", "手錶", "當代藝術", "威士忌", "園藝", "瑜伽"),
            List.of("乌龙茶", "古典音乐", "登山", "手表", "当代艺术", "威士忌", "园艺", "瑜伽"),
            List.of("oolong tea", "classical music", "hiking", "watches", "modern art", "whisky", "gardening", "yoga"));
    private static final List<List<String>> PLANS = List.of(
            List.of("京都賞楓", "冰島極光", "巴黎蜜月", "北海道滑雪"),
            List.of("京都赏枫", "冰岛极光", "巴黎蜜月", "北海道滑雪"),
            List.of("Kyoto in autumn", "northern lights in Iceland", "a honeymoon in Paris", "skiing in Hokkaido"));
    private static final List<List<String>> DIETS = List.of(
            List.of("不吃牛", "吃素", "不喝酒"), List.of("不吃牛肉", "吃素", "不喝酒"), List.of("no beef", "vegetarian", "no alcohol"));
    private static final List<List<String>> WORDS = List.of(
            List.of("你好，請問你們幾點營業？", "我住在台北，我最喜歡喝烏龍茶。", "想請你幫我看看母親節的禮物。", "我的手錶什麼時候修好？"),
            List.of("你好，请问你们几点营业？", "我住在上海，我最喜欢喝乌龙茶。", "想请你帮我看看母亲节的礼物。", "我的手表什么时候修好？"),
            List.of(
                    "Hello, what are your opening hours?",
                    "I live in London and I love oolong tea.",
                    "Could you help me find a present for my mother?",
                    "When will my watch be repaired?"));

    private Vocabulary() {}

    static String name(Lang lang, SplittableRandom dice) {
        return switch (lang) {
            case ZH_HANT -> pick(FAMILY_HANT, dice) + pick(GIVEN, dice);
            case ZH_HANS -> pick(FAMILY_HANS, dice) + pick(GIVEN, dice);
            case EN -> pick(FIRST, dice) + " " + pick(LAST, dice);
        };
    }

    static String region(SplittableRandom dice) {
        return pick(REGIONS, dice);
    }

    static String liking(Lang lang, SplittableRandom dice) {
        return pick(LIKES, lang, dice);
    }

    static String plan(Lang lang, SplittableRandom dice) {
        return pick(PLANS, lang, dice);
    }

    static String diet(Lang lang, SplittableRandom dice) {
        return pick(DIETS, lang, dice);
    }

    static List<String> words(Lang lang, int number) {
        List<String> all = WORDS.get(lang.ordinal());
        return List.of(all.get(number % all.size()));
    }

    private static String pick(List<List<String>> words, Lang lang, SplittableRandom dice) {
        List<String> some = words.get(lang.ordinal());
        return some.get(dice.nextInt(some.size()));
    }

    private static String pick(String[] words, SplittableRandom dice) {
        return words[dice.nextInt(words.length)];
    }
}
