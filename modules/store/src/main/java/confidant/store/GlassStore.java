package confidant.store;

import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.DataClass;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When concierges broke glass: for whom, which class, why, and what an officer thought of it. Each look is rewritten whole under
 * a rising version. Those that no officer has reviewed lie open in the house.
 */
public interface GlassStore {

    /**
     * @param version from 1, rising by one with every change
     * @param reason a word of the rules
     * @param words sealed; slot ({@code glass}/words/id, 0). Empty once the client is gone
     * @param ends when it is over by itself
     * @param ended when it was ended before that, and {@code why}: {@code hidden}, {@code withdrawn} or {@code erased}
     * @param readings how often it was read from
     */
    record Look(
            UUID id,
            PoolId pool,
            ClientId client,
            ConciergeId concierge,
            DataClass what,
            Purpose purpose,
            long version,
            String reason,
            Optional<Sealed> words,
            Instant begun,
            Instant ends,
            int readings,
            Optional<Instant> ended,
            String why,
            Optional<Review> review) {

        /** Whether something may be read by it at {@code now}, as far as the look itself says. */
        public boolean stands(Instant now) {
            return ended.isEmpty() && now.isBefore(ends);
        }

        public YearMonth month() {
            return YearMonth.from(begun.atZone(ZoneOffset.UTC));
        }

        public Look read() {
            return next(words, readings + 1, ended, why, review);
        }

        /** Ended, unless it was before. */
        public Look end(Instant now, String because) {
            return stands(now) ? next(words, readings, Optional.of(now), because, review) : this;
        }

        public Look reviewed(Review by) {
            return next(words, readings, ended, why, Optional.of(by));
        }

        public Look silent() {
            return words.isEmpty() ? this : next(Optional.empty(), readings, ended, why, review);
        }

        private Look next(
                Optional<Sealed> said, int read, Optional<Instant> over, String because, Optional<Review> seen) {
            return new Look(
                    id,
                    pool,
                    client,
                    concierge,
                    what,
                    purpose,
                    version + 1,
                    reason,
                    said,
                    begun,
                    ends,
                    read,
                    over,
                    because,
                    seen);
        }
    }

    /** @param justified what the officer thought of it */
    record Review(OfficerId officer, Instant at, boolean justified) {}

    /**
     * Stores a look if the stored version is {@code look.version() - 1} (0 stands for none).
     *
     * @return false when another version is stored; nothing was changed. A repeat of what is stored is true
     */
    Future<Boolean> put(Look look);

    Future<Optional<Look>> look(PoolId pool, ClientId client, UUID id);

    /** All looks at one client, in no order. */
    Future<List<Look>> looks(PoolId pool, ClientId client);

    /** All looks of the house that were not reviewed, in no order. */
    Future<List<Look>> open();

    /** All looks of the house that began in a month (UTC), in no order. */
    Future<List<Look>> begun(YearMonth month);

    /**
     * Takes one of the looks that a concierge has on a day. Under the same id once only.
     *
     * @return false when {@code most} others were taken; nothing was changed
     */
    Future<Boolean> take(ConciergeId concierge, LocalDate day, int most, UUID id);

    /** How many a concierge has taken on a day. */
    Future<Integer> taken(ConciergeId concierge, LocalDate day);
}
