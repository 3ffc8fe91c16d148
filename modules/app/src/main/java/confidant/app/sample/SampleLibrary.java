package confidant.app.sample;

import confidant.core.Desk;
import confidant.core.House;
import confidant.core.sharing.Sharing;
import confidant.core.sharing.Sharing.NewPiece;
import confidant.model.Lang;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A few pieces that concierges may share. */
final class SampleLibrary {
    private static final Duration GOOD = Duration.ofDays(60);

    private final House house;
    private final Sharing sharing;

    SampleLibrary(House house, Sharing sharing) {
        this.house = house;
        this.sharing = sharing;
    }

    /** For each concierge whose library is empty. */
    Future<Void> fill(List<Concierge> staff) {
        Future<Void> all = Future.succeededFuture();
        for (Concierge concierge : staff.stream().distinct().toList()) {
            Desk desk = new Desk(concierge.id(), concierge.pool());
            all = all.compose(done -> sharing.pieces(desk))
                    .compose(known -> known.isEmpty() ? add(desk) : Future.succeededFuture());
        }
        return all;
    }

    private Future<Void> add(Desk desk) {
        Future<Void> all = Future.succeededFuture();
        for (NewPiece piece : pieces()) {
            all = all.compose(done -> sharing.add(desk, piece)).mapEmpty();
        }
        return all;
    }

    private List<NewPiece> pieces() {
        Instant until = house.now().plus(GOOD);
        return List.of(
                text("冬季茶會", Lang.ZH_HANT, "十二月的每個週六下午，我們在旗艦店備了烏龍茶與點心，歡迎來坐坐。", until),
                text("冬季茶会", Lang.ZH_HANS, "十二月的每个周六下午，我们在旗舰店备了乌龙茶与点心，欢迎来坐坐。", until),
                text(
                        "Winter tea",
                        Lang.EN,
                        "Every Saturday afternoon in December there is tea at our flagship store.",
                        until),
                new NewPiece(
                        "How to care for a watch",
                        Lang.EN,
                        "link",
                        "Five minutes on keeping a mechanical watch well.",
                        "https://example.com/watch-care",
                        new byte[0],
                        until));
    }

    private static NewPiece text(String title, Lang lang, String body, Instant until) {
        return new NewPiece(title, lang, "text", body, "", new byte[0], until);
    }
}
