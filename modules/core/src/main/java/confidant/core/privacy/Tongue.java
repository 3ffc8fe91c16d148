package confidant.core.privacy;

import confidant.model.Lang;
import confidant.model.Personal;

/** In which of our languages a few words were said. */
final class Tongue {
    private static final String TRADITIONAL = "隱訂刪說暫時復對載訴們請個週條資與繼續憶記閱網開關點紀內這裡為從聽義號樂國讓見沒隨語話單總圖電買賣間問題實際經過還會發應該讀寫樣";
    private static final String SIMPLIFIED = "隐订删说暂时复对载诉们请个周条资与继续忆记阅网开关点纪内这里为从听义号乐国让见没随语话单总图电买卖间问题实际经过还会发应该读写样";

    private Tongue() {}

    /**
     * @param usual how the client is written to
     * @param chosen whether the client has said so; otherwise it is only assumed, and the words count for more
     */
    static Lang of(Personal<String> text, Lang usual, boolean chosen) {
        String words = text.reveal();
        if (words.chars().anyMatch(c -> TRADITIONAL.indexOf(c) >= 0)) {
            return Lang.ZH_HANT;
        }
        if (words.chars().anyMatch(c -> SIMPLIFIED.indexOf(c) >= 0)) {
            return Lang.ZH_HANS;
        }
        boolean han = words.codePoints().anyMatch(Character::isIdeographic);
        return han || chosen ? usual : Lang.EN;
    }
}
